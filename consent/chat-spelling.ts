import { wordsOf } from './normalise.ts'

// How people shorten words in a chat, in our three languages.
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    que: 'q k ke qe',
    por: 'x',
    me: 'm',
    again: 'agn agen',
    porque: 'xq pq pk porq pork cuz cause because',
    para: 'pa pra',
    mensajes: 'msjs msjes mjs mnsjs msgs sms',
    mensaje: 'msj msg mnsj',
    whatsapp: 'wpp wsp wasap guasap whats wapp watsap zap zapzap',
    whatsapps: 'zaps wpps wasaps guasaps',
    text: 'txt',
    texts: 'txts',
    texting: 'txting textin texing texitng',
    messaging: 'msging messagin',
    sending: 'sendin',
    bothering: 'botherin',
    spamming: 'spammin',
    getting: 'gettin',
    nao: 'n nn naum naun nau',
    voces: 'vcs vces',
    voce: 'vc',
    ustedes: 'uds ustds',
    usted: 'ud',
    nada: 'nd nda',
    this: 'dis',
    you: 'u',
    your: 'ur',
    'do not': 'dont dnt donot',
    'did not': 'didnt',
    'can not': 'cant cannot',
    'i am': 'im',
    'i have': 'ive',
    'i will': 'ill',
    'going to': 'gonna',
    'want to': 'wanna',
    stop: 'stp stahp stopp',
    never: 'nver nvr nevr',
    'de novo': 'dnv dnovo',
    remove: 'remov rmove rmv',
    receive: 'recieve receve recive',
    receiving: 'recieving reciving',
    quiero: 'kiero qiero kero qero quiro',
  }).flatMap(([meant, written]) =>
    written.split(' ').map((short): [string, string] => [short, meant]),
  ),
)

/** One spelling for what writers of Spanish, Portuguese and English confuse: b and v, s and z, qu and k, g and j. */
export const fold = (word: string): string =>
  word
    .replace(/(.)\1\1+|([^aeiou])\2/gu, '$1$2')
    .replace(/v/g, 'b')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/qu?(?=[ei])/g, 'k')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/m(?=[pb])/g, 'n')
    .replace(/^h/, '')
    .replace(/ss+/g, 's')

// Long words that matter and look like no other: one slip of the finger in them is mended. The massages
// are there to be left alone.
const LONG_WORDS = [
  'mensagem mensagens propaganda propagandas promocoes notificacoes descadastrar inscricao',
  'mensaje mensajes publicidad promociones notificaciones suscripcion desuscribir desuscribirme',
  'massage massages massaging message messages messaging unsubscribe subscription promotions',
  'notifications whatsapps whatsapp',
].flatMap((words) => words.split(' '))

// A word and what is left of it when one letter is struck out: two words that share one are a slip apart.
const slipsOf = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
]

type Mending = readonly [written: string, meant: string]

// Of two words that a slip may have come from the later one is meant; a word that is right is no slip.
const MENDED: ReadonlyMap<string, string> = new Map<string, string>([
  ...LONG_WORDS.flatMap((word) =>
    [...slipsOf(word), ...slipsOf(fold(word))].map((slip): Mending => [slip, fold(word)]),
  ),
  ...LONG_WORDS.map((word): Mending => [word, fold(word)]),
  ...LONG_WORDS.map((word): Mending => [fold(word), fold(word)]),
])

const mend = (word: string): string | undefined =>
  word.length < 6 || word.length > 16
    ? undefined
    : slipsOf(word)
        .map((slip) => MENDED.get(slip))
        .find((mended) => mended !== undefined)

// Greetings, courtesies and curses: they change nothing of what is asked.
const COURTESIES = new RegExp(
  ` (?:${[
    'por gentileza|por obsequio|se possivel|si es posible|por fa|por fav|por favor|porfa|porfis|porfi|porfavor|xfa|xfavor|favor|plis|pf|pfv|pfvr|please|pls|plz|kindly',
    'muchas gracias|gracias|muito obrigad[oa]|obrigad[oa]|obg|obgd|brigad[oa]|vlw|valeu|thank you|thanks|thx|ty',
    'hola|ola|oi|hi|hello|hey|buenas|buenos dias|buenas tardes|buenas noches|bom dia|boa tarde|boa noite|good morning',
    'senor|senora|senores|amig[oa]s?|wey|we|bro|guys|sir|maam|madam|mate|folks|man|dude|gente|moc[oa]|querid[oa]s?',
    'de una vez|de una buena vez|de uma vez|en serio|carajo|caramba|porra|caralho|a verga|alv|ctm|the hell|the fuck',
    'ta bom|ta ok|viu|hein|blz|beleza|pues|po|mano|loco|che|pelo amor de deus|por amor de deus|por dios|por el amor de dios|for the love of god',
    'fucking|damn|effing|now|ahora|agora|right now|immediately|inmediatamente|urgente|just|ok|okay|jaja|kkk|kkkk|tbh|altiro|al tiro|mire|vea|olhe|lol|ai|ne',
  ].join('|')})(?= )`,
  'g',
)

/** What stands between two clauses: a letter that nobody writes, so that it comes through `normalise`. */
export const BREAK = 'ꞏ'
const BREAKS = /[;!?¡¿…\n\r()]+|[.,:](?=\s|$)|\p{Extended_Pictographic}+/gu

// Two letters in the wrong order, in the words that a wish to stop turns on.
const SWAPPED: ReadonlyMap<string, string> = new Map(
  'stop remove never please delete unsubscribe borren dejen paren parem manden mandem'
    .split(' ')
    .flatMap((word) =>
      Array.from({ length: word.length - 1 }, (_, at): [string, string] => [
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
        word,
      ]),
    )
    .filter(([written, meant]) => written !== meant),
)

// "Take my # out" says a number; "#want" is a keyword.
const NUMBER_SIGN = /#(?![\p{L}\p{N}#])/gu

// "N quero + msg" says more.
const PLUS = /(?<=\s)\+(?=\s)/g

/** The words of a chat message, short forms written out, courtesies left out, with a break around each clause. */
export const chatWords = (text: string): readonly string[] => {
  const words = wordsOf(
    text.replace(BREAKS, ` ${BREAK} `).replace(NUMBER_SIGN, ' number ').replace(PLUS, ' mas '),
  ).flatMap((word) => (SHORT_FORMS.get(word) ?? SWAPPED.get(word) ?? word).split(' '))
  const said = ` ${[BREAK, ...words, BREAK].join(' ')} `.replace(COURTESIES, '')
  return said
    .replace(/ꞏ(?: ꞏ)+/g, BREAK)
    .trim()
    .split(' ')
}

/** The same words in the one spelling that phrases are compared in. */
export const spelledAlike = (words: readonly string[]): readonly string[] =>
  words.map((word) => mend(word) ?? mend(fold(word)) ?? fold(word))
