import { inflect, type WordGroups } from './phrase.ts'

const BOTHER_ES = 'molest contact spame mensaje texte fastidi hostig acos bombarde jod freg jorob'
const BOTHER_PT = 'perturb incomod contat chate importun abord amol spamm'

/** Spanish and Portuguese words that ask for an end to messages, in groups that mean the same. */
export const SPANISH_AND_PORTUGUESE: WordGroups = {
  NO: ['no | nao | nunca | jamas | jamais | nem'],
  ME: ['me | nos | pra mim | para mi | a mi | lhe'],
  MORE: [
    'nunca mas | nunca mais | nada mas | mas nada | nada mais | mais nada | mas | mais | nada',
    'jamas',
  ],
  MESSAGES: [
    'mensaje | mensajes | mensajitos | mensagem | mensagens | mensagenzinhas | spam',
    'publicidad | publicidades | propaganda | propagandas | promociones | promocoes | promos',
    'ofertas | anuncios | notificaciones | notificacoes | avisos | alertas | novedades',
    'novidades | comunicaciones | comunicacoes | comunicados | correos | newsletter | boletin',
    'boletines | boletim | cadenas | correntes | campanas | campanhas | recordatorios',
    'lembretes | textos | whatsapps | catalogos | encuestas',
  ],
  STUFF: [
    'cosas | coisa | coisas | info | informacion | informaciones | informacao | informacoes',
    'informativos | catalogo | cardapio | promocion | promocao | basura | lixo | porqueria',
    'porquerias | porcaria | tonterias | pendejadas | mamadas | chingaderas | mierda | mierdas',
    'merda | bobagem | besteira | whatsapp | promo | links | videos | audios | imagenes',
    'figurinha',
  ],
  DET: [
    'mis | meus | minhas | mas de sus | mas de estos | mas de esos | mais de seus',
    'este tipo de | ese tipo de | esse tipo de | este tipo | esse tipo | ningun tipo de',
    'nenhum tipo de | nada de | mas | mais | tantos | tantas | tanto | tanta | estos | estas',
    'esos | esas | este | ese | esta | esa | essas | esses | essa | esse | sus | tus | su | tu',
    'suas | seus | sua | seu | ningun | ninguna | nenhum | nenhuma | otro | otra | outra | los',
    'las | os | as | de | muchos | muchas | muitas | demasiados',
  ],
  HERE: [
    'a este numero | a mi numero | a este celular | a este telefono | a mi celular',
    'a mi telefono | al celular | al numero | a este whatsapp | a mi whatsapp | en este numero',
    'para este numero | para esse numero | nesse numero | neste numero | pro meu numero',
    'para meu numero | meu numero | no meu whatsapp | nesse whatsapp | por aqui | por aca',
    'por whatsapp | por este medio | por esta via | en whatsapp | no whatsapp | nesse contato',
    'neste contato',
  ],
  YOU: [
    'ustedes | usted | voces | voce | vosotros | vos | ti | contigo | esta empresa | su empresa',
    'su parte | sua parte | parte de',
  ],

  // An order with a no before it. A report is none: "ya no me escriben" is a complaint.
  DONT_BOTHER: [
    'escreverem | escribieras | escriba | escriban | escribas | escribais | escrivan',
    'escriviran | insista | insistan | insistas | jodan | jodas | chinguen | chingues | hinchen',
    'hinches | escribieran | contactaran | molestaran | hable | llenen | escreva | escrevam',
    'escrevas | encha | encham | insistam | perturbem',
    inflect(BOTHER_ES, 'e en es eis'),
    inflect(BOTHER_PT, 'e em es'),
  ],
  DONT_SEND: [
    'mandarem | enviarem | enviaran | enviara | mandaran | mandara | enviasen | mandem | enviem',
    'enviassem | mandassem | compartan | comparta | remitam | encaminhe | encaminhem',
    inflect('mand envi remit reenvi dispar', 'e en es eis'),
  ],

  // Brazil's spoken order is the same word as a report, so it needs more around it.
  DONT_BOTHER_SPOKEN: [
    'escreve | perturba | incomoda | enche | encham | chateia | contata | aborrece',
  ],
  DONT_CALL: [
    'chame | chamem | chama | ligue | liguem | liga | llamen | llame | llames | procure',
    'procurem | procura | adicione | adicionem | adiciona',
  ],
  SENDS_SPOKEN: ['manda | envia | mandas | encaminha | dispara'],
  AGAIN: [
    'vuelvan a | vuelva a | vuelvas a | volver a | vuelvan | vuelva | sigan | siga | sigas',
    'seguir | anden | andes | esten | estar | continuen | continue | continuem | voltem a',
    'volte a | voltar a | tornem a | fiquem | fique | ficar | entren en contacto',
    'entre mais em contato | entrem mais em contato | entrem em contato | entre em contato',
    'entrar em contato',
  ],
  DONT_TALK: [inflect('habl busqu', 'e en es eis')],
  TO_BOTHER: [
    'hablarme | buscarme | escribir | escribirme | escribirnos | escribiendo | escribiendome',
    'escribiendonos | escrever | escrevendo | insistir | insistiendo | insistindo | joder',
    'jodiendo | chingar | llenar | llenarme | hinchar | encher | enchendo | hacer spam',
    'hacerme spam | fazer spam | chamar | chamando',
    inflect(BOTHER_ES, 'ar arme arnos ando andome andonos'),
    inflect(BOTHER_PT, 'ar ando'),
  ],
  TO_SEND: [inflect('mand envi remit reenvi dispar encaminh', 'ar ando')],
  TO_SEND_ME: [inflect('mand envi remit reenvi', 'arme arnos andome andonos')],
  NOT_NEED: ['precisa | precisam | precisas | necesitan | hace falta | hace falta que'],
  CEASE: [
    'dejen ya | deja ya | deje ya | paren ya | para ya | parem ja | deja | deje | dejen | dejad',
    'dejes | dejn | dejenme | dejame | dejeme | dejadme | dejenos | dejar | dejaran | dejarian',
    'dejan | dejas | deixa | deixe | deixem | deixar | deixam | paren | pare | pares | parad',
    'para | parem | parar | paran | param | parassem | pararem | deixarem | parasse | aflojen',
    'afloja | bajenle | bajale | deixassem | pararian | parasen | basta | basta ya | chega',
    'cese | cesen | cessem | eviten | evite | evitem | evita | parenle | parale | terminen',
    'acaben | corten | corta | cortala | cortenla | larga | larguem',
  ],
  END_IT: [
    'paren | pare | parad | parar | parem | paro | detener | detengan | detenga | deten',
    'detengo | suspender | suspendan | suspenda | suspendam | cese | cesen | cesar | cessar',
    'cessem | frenar | frenen | cortar | corten | quitar | quiten | quito | desactivar',
    'desactiven | desactivo | desactiva | desativar | desativem | desative | desativo',
    'deshabilitar | deshabiliten | cancelar | cancelen | cancele | cancela | cancelo | cancelem',
    'anular | anulen | anula | interrumpir | interrumpan | interromper | interrompam',
    'interrompa | apagar | silenciar | encerrem | eliminar | eliminen | bloquear | stop',
    'eviten | evitar',
  ],
  FLOW: [
    'el envio de | los envios de | envio de | o envio de | los envios | o recebimento de',
    'recebimento de | o recebimento das | la recepcion de | recibir | receber | de recibir',
    'de receber | de mandar | de enviar | de mandarme | de enviarme | de me mandar',
    'de me enviar | con | com | o disparo de',
  ],
  WANT: [
    'quiero | quisiera | quero | queria | quieras | desearia | deseo | deseamos | desejo',
    'desejamos | queremos | necesito | preciso | acepto | aceito | autorizo | autorice',
    'autorizei | pedi | pedimos | solicite | solicitei | me gusta | me gustaria | gostaria',
    'gosto | me interesa | me interesan | me interessa | interesado | interesada | interessado',
    'interessada | estoy interesado | estou interessado | tenho interesse | tengo interes',
    'tenemos interes | temos interesse | interes | interesse | queria mais | quise | vou querer',
    'quer | quiere | quieren | querem | autorizamos',
  ],
  RECEIVE: [
    'recibir | recibirlos | recivir | recibiendo | recebendo | receber | seguir recibiendo',
    'continuar recebendo | seguir recebendo | volver a recibir | recibamos',
  ],
  ARRIVE: ['llegue | lleguen | chegue | cheguem | llegando | llegar'],
  CONTACTED: [
    inflect('contactad contatad molestad incomodad perturbad chamad importunad', 'o a os as'),
  ],
  BELONG: [
    'estar | pertenecer | pertencer | fazer parte | hacer parte | formar parte | ser parte',
    'participar | continuar | seguir | permanecer | ficar | figurar | aparecer | constar',
  ],
  INTEREST: [
    'me interesa | me interesan | me interessa | tengo interes | tenho interesse',
    'tenemos interes | temos interesse | estoy interesado | estoy interesada',
    'estamos interesados | estou interessado | estou interessada',
  ],
  REMOVE: [
    'saque | saquen | remueva | remuevan | remueve | remover | removam | remova | remove',
    'excluir | excluyan | excluya | exclua | excluam | exclui | suprimir | suprimam',
    'desvincular | desvinculen | apaguem | apague | removessem | tirassem | excluissem',
    'retirassem | apagassem | eliminaran | borraran | sacaran | quitaran | tira | tirar | tire',
    'tirem | tiram | tiro | limpa | limpem | eliminem | borres | saques | quites | elimines',
    inflect(
      'elimin borr quit sac retir tach depur apag remov delet risc',
      'a as e es o an en am em ar',
    ),
  ],
  REMOVED: [
    inflect('removid excluid retirad eliminad borrad tirad sacad descadastrad quitad', 'o a os as'),
  ],
  REMOVE_ME: [
    'saqueme | saquenme | saquenos | removerme | removanme | excluyanme | excluyame | excluirme',
    'bajenme | bajeme | desvinculenme | salirme | bloqueenme | bloqueame | bloqueeme',
    'deletenme | tirenme',
    inflect('elimin borr quit sac remuev retir depur', 'ame eme enme enos adme arme arnos arlo'),
  ],
  FROM: [
    'de | del | d | dela | da | do | das | dos | desta | deste | dessa | desse | dessas',
    'desses | daquela | na | no',
  ],
  THE: [
    'la | las | el | los | o | os | a | as | su | sus | tu | tus | sua | suas | seu | seus',
    'esta | este | estas | estos | esa | ese | essa | esse | la misma | toda | todas | vuestra',
    'su lista de | la lista de | alguna',
  ],
  LIST: [
    'lista | listas | grupo | grupos | base | bases | difusion | transmissao | sistema',
    'sistemas | agenda | contactos | contatos | registro | registros | cadastro | cadastros',
    'directorio | mailing | comunidad | comunidade | canal | padron | bd | cadena | aqui | aca',
    'ahi | whatsapp | telefono | celular | servicio | programa | daqui | dai | envios',
    'newsletter | boletin | suscripcion | inscripcion',
  ],
  GROUP: [
    'lista | listas | grupo | grupos | base | difusion | transmissao | newsletter | mailing',
    'contactos | contatos | cadena | comunidad | comunidade',
  ],
  MY: ['mi | meu | minha | mis | meus | este | esse | este mi | nuestro | o meu | os meus'],
  NUMBER: [
    'numero | numeros | telefono | telefone | fone | celular | cel | contacto | contato',
    'whatsapp | nro | num | linea | movil | zap | nome | nombre | datos | dados',
  ],
  LEAVE: ['salir | salirme | sair | salgo | saio | saia | salga | salgan | sairmos | zafar'],
  LET_ME_OUT: [
    'quiero | quisiera | deseo | quero | queria | preciso | gostaria de | me quiero',
    'como hago para | como faco para | como faco pra | como puedo | como me | solicito | pido',
  ],
  REQUEST: [
    'quiero | quisiera | deseo | solicito | pido | quero | necesito | tramitar | gestionar',
    'exijo',
  ],
  BE_STRUCK_OFF: [
    'darme | darnos | darse | denme | dame | deme | denos | dennos | dadme | darmos | me doy',
    'me den | me dan | me da | me des | me dar | me dieran | me daria | me darian | me dieras',
    'me di | me dado | nos den | nos dan | me puedes dar | me pueden dar | me podrian dar',
    'me podrias dar | me puede dar | me podria dar',
  ],
  STRIKE_OFF: ['dense | denlo | dar | den | dan | da | denle | dele'],
  UNSUBSCRIBE: [
    'desuscri* | desubscri* | desinscri* | desinscre* | descadastr* | desincri* | desapunt*',
    'unsuscri*',
  ],
  SUBSCRIPTION: [
    'suscripcion | suscripciones | subscripcion | susripcion | suscrpcion | inscripcion',
    'inscricao | afiliacion | cadastro | recebimento | recepcion',
  ],
  CONSENT: [
    'consentimiento | consentimento | autorizacion | autorizacao | permiso | permissao',
    'aceptacion',
  ],
  WITHDRAW: [
    'revoco | revocar | retiro | retirar | revogo | revogar | anulo | anular | cancelo',
    'cancelar',
  ],
  BLOCK: [
    'bloquear* | bloqueo | bloqueio | bloqueare | reportar* | reporto | denunciar* | denuncio',
    'bloqueamos | bloqueando | denunciando | reportando',
  ],
  WILL: [
    'voy a | vamos a | vou | vo | vamos | tendre que | tengo que | terei que | tenho que',
    'ter que | tener que',
  ],
  GAVE: [
    'di | dei | dimos | demos | he dado | autorice | autorizei | acepte | aceitei | otorgue',
    'consenti | passei | pase | forneci | solicite | solicitei',
  ],
  SIGNED_UP: ['suscribi | inscribi | inscrevi | cadastrei | anote | apunte'],
  GOT: [
    'tiraram | tirou | tiraste | sacaron | sacaste | obtuvieron | obtuvo | consiguieron',
    'consiguio | conseguiste | conseguiram | conseguiu | pegaram | pegou | acharam | achou',
    'tienen | tiene | dio | dieron | deu | deram | arrumaram | passou | te paso | les paso',
    'le paso',
  ],
  FED_UP: [
    'hasta la madre | hasta la coronilla | hasta las narices | hasta el gorro | de saco cheio',
    'saco cheio | cansei | me tienen | me canse | cansan | cansones | canson | cansadores',
    'cansativo | cansativas | chatice | que saco | que chato | fastidio | que pesados',
    'estuvo bueno | bueno de | no aguanto | nao aguento | no soporto | nao suporto',
    'nao aguentamos',
    inflect('hart cansad podrid aburrid fastidiad saturad chei fart cabread irritad', 'o a os as'),
  ],
  THIS: ['eso | esto | isso | disso | disto'],
  CONTINUE: ['estar | andar | seguir | ficar'],
  ORDER_TO_CEASE: [
    'deja | deje | dejen | dejad | dejes | dejn | dejenme | dejame | dejeme | dejadme | dejenos',
    'deixem | deixe | paren | parad | parem | pare | basta | chega | cesen | cessem | eviten',
    'evita | evite | parenle | bajenle | aflojen',
  ],
  ADD_ME: [
    'agreguen | agregues | metan | metas | incluyan | pongan | anoten | coloquem | coloque',
    'add | adicione | adicionem | bota | botem',
  ],
  ASKED: ['pedi | pedir | falei | dije | disse | pido | peco'],
  CAN_YOU: ['pode | podem | pueden | puede | podrian | podria | podrias | poderia | poderiam'],
  THING: ['coisa | negocio | treco | troco | trem | merda | porcaria'],
  ENDING: ['cancelamento | cancelacion | suspensao | suspension | cese | fim'],
  FORGET: ['olvidense | olvidate | olviden | olvida | esquece | esquecam | pierdan'],
  IT_IS: [
    'es | son | e | puro | hacer | hagan | haciendo | haciendome | fazer | fazendo | mandando',
    'enviando | tanto | mas | mais | chega de',
  ],
  MAKING: ['hacer | hagan | haciendo | hacerme | fazer | fazendo | basta de | chega de | contra'],
  AUTHORISE: ['autorizo | autorizamos | autorizei | autorizado'],
  CONTACT: ['numero | telefono | telefone | contacto | contato | whatsapp | zap | datos | dados'],
  GO_ON: ['siguen | sigues | sigan | continuarem | continuar | insisten | insistirem | vuelven a'],
  THESE: ['estos | estas | esses | essas | tantos'],
  ANNOYING: [
    'molesta | molestan | incomoda | incomodam | incomodan | cansa | cansan | fastidia',
    'fastidian | molestos | molestas | chatas | chatos',
  ],
  DISLIKE: [
    'odio | odeio | detesto | me molesta | me molestan | que inferno | nao curto | no me gustan',
    'no me gusta | nao gosto de',
  ],
  TOO_MANY: [
    'demasiados | demasiadas | demasiado | demasiada | suficiente | suficientes | bastantes',
    'tantos | tantas | tanta | tanto',
  ],
  MASS_MESSAGES: [
    'mensajes | mensagem | mensagens | publicidad | propaganda | notificaciones | notificacoes',
    'spam | avisos | anuncios | textos',
  ],
  SENDING: ['mandan | envian | mandas | llegan | mandam | enviam | mandando | recibo | recebo'],
  THING_STRUCK_OFF: [
    'servicio | servicios | seguro | linea | tarjeta | tarjetas | plan | producto | cuenta',
    'cuentas | poliza | internet | contrato | gimnasio | gym | propiedad | vehiculo | auto',
    'credito',
  ],
}
