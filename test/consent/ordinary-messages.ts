import { corpus, ORDINARY } from './corpora.ts'

// What people say to a shop around a thing. Half of the frames hold the words of an opt-out: no, stop,
// cancel, remove, message, more.
const FRAMES = {
  es: {
    openings: ['', 'hola, ', 'buenas tardes ', 'disculpe, ', 'oiga ', 'una consulta: '],
    things: [
      'el pedido | la torta de chocolate | el vestido rojo | mi cita del jueves | la pizza grande',
      'el repuesto del auto | la mesa para cuatro | el vuelo a Lima | la factura de mayo',
      'el tratamiento de la muela | la membresía | el uniforme de mi hijo | la cama de dos plazas',
      'el plan familiar | la clase de las seis | el medicamento',
    ],
    frames: [
      'quiero cancelar {} | no me llegó {} | ya no quiero {}, prefiero otra cosa | cuánto sale {}',
      'me avisan cuando esté {} | no me manden {} a la oficina | a qué hora me entregan {}',
      'todavía no recibo {} | me pueden cambiar {} | perdí el mensaje sobre {}, me lo repiten?',
      'ya pagué {} | necesito {} para mañana | no me cobren {} dos veces | quiero dar de baja {}',
      'dejen {} con el portero | no encuentro {} en la página | se puede parar {} hasta el lunes?',
      'me interesa {} | no me gustó {} | quiten de la cuenta {} | dónde retiro {}',
      'por qué no me escriben sobre {}? | saqué foto de {}, se las mando por aquí',
      'no llamen por {}, escríbanme | mándenme los avisos de {} al otro número',
      'no me dejen sin {} | ya no hace falta {}, gracias | no puedo ir por {} hoy',
      'siguen con la promoción de {}? | me siguen cobrando {} | el número de {} está equivocado',
    ],
  },
  pt: {
    openings: ['', 'oi, ', 'boa tarde ', 'desculpa, ', 'moça ', 'uma dúvida: '],
    things: [
      'o pedido | o bolo de chocolate | o vestido vermelho | minha consulta de quinta | a pizza grande',
      'a peça do carro | a mesa para quatro | o voo para Recife | a fatura de maio',
      'o tratamento do dente | a mensalidade | o uniforme do meu filho | a cama de casal',
      'o plano família | a aula das seis | o remédio',
    ],
    frames: [
      'quero cancelar {} | não recebi {} | não quero mais {}, prefiro outra coisa | quanto custa {}',
      'me avisa quando sair {} | não manda {} pro escritório | que horas entregam {}',
      'ainda não chegou {} | dá pra trocar {} | apaguei a mensagem sobre {}, manda de novo?',
      'já paguei {} | preciso de ajuda com {} | não cobrem {} duas vezes | parem {} até segunda',
      'deixa {} na portaria | não achei {} no site | dá pra suspender {} até o mês que vem?',
      'tenho interesse, é sobre {} | não gostei, era {} | tira da conta {} | onde retiro {}',
      'por que não me escrevem sobre {}? | tirei foto, é {}, mando por aqui',
      'não liguem, mandem mensagem sobre {} | mandem os avisos para o outro número, é {}',
      'não me deixem sem {} | não preciso mais buscar {}, obrigado | não consigo buscar {} hoje',
      'ainda tem promoção para {}? | continuam me cobrando {} | está errado o número, é {}',
    ],
  },
  en: {
    openings: ['', 'hi, ', 'good morning ', 'sorry, ', 'hey ', 'quick question: '],
    things: [
      'my order | the chocolate cake | the red dress | my thursday appointment | the large pizza',
      'the car part | the table for four | the flight to Leeds | the May invoice',
      'the dental treatment | the gym membership | the school uniform | the double bed',
      'the family plan | the six o clock class | the prescription',
    ],
    frames: [
      'i want to cancel {} | i never received {} | i do not want {} anymore, can i swap | how much is {}',
      'text me about {} when you can | please do not send {} to my office | when do i get {}',
      'still waiting for {} | can i change {} | i deleted the message about {}, can you resend?',
      'already paid for {} | i need {} tomorrow | stop charging me for {} | do not charge me for {}',
      'leave {} with the porter | i can not find {} online | can we pause {} until monday?',
      'i am interested in {} | not happy with {} | remove {} from the bill | where do i collect {}',
      'why did you not message me about {}? | i took a picture of {}, sending it here',
      'do not call about {}, text is fine | send the reminders for {} to my other number',
      'can i stop by for {} | no longer need {}, thanks | i can not pick up {} today',
      'did you stop selling {}? | you keep charging me for {} | wrong number on {}',
    ],
  },
} as const

const choices = (rows: readonly string[]): readonly string[] =>
  rows.flatMap((row) => row.split(' | '))

const MADE = Object.values(FRAMES).flatMap(({ openings, things, frames }) =>
  openings.flatMap((opening) =>
    choices(frames).flatMap((frame) =>
      choices(things).map((thing) => opening + frame.replace('{}', thing)),
    ),
  ),
)

/**
 * More than 10,000 different messages in Spanish, Portuguese and English that ask for no end to messages:
 * those of the corpora, written for this project, and those made of frames and things here.
 */
export const ORDINARY_MESSAGES = [
  ...new Set([
    ...ORDINARY,
    ...corpus('another-hand-ordinary'),
    ...corpus('another-hand-built-on-ordinary'),
    ...MADE,
  ]),
]
