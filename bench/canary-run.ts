import { randomBytes, randomInt } from 'node:crypto'
import { metaBody } from '../demo/voices/cloud.ts'
import type { PhoneMessage } from '../demo/voices/phone-message.ts'
import { readFormView, readFound, readHandedIn } from './answers.ts'
import type { Canary } from './disguises.ts'
import { type Call, type Line, openLine } from './http.ts'
import { ofDigits, type Someone, wamid } from './people.ts'
import { type Access, type Requests, requestsOf } from './requests.ts'

/** What a run with canaries used, how often it acted, and what went otherwise than it should. */
export type CanaryRun = {
  readonly canaries: readonly Canary[]
  readonly acts: number
  /** Canaries that the server shows to who has the key, so that they are stored in some form. */
  readonly shown: number
  readonly faults: readonly string[]
}

const mobile = (): Someone => ofDigits(`551197${randomInt(1_000_000, 10_000_000)}`)
const word = (): string => `Zq${randomBytes(9).toString('hex')}`
const address = (first: number): string =>
  [first, ...[1, 2, 3].map(() => randomInt(100, 250))].join('.')

const makeCanaries = () => ({
  typed: mobile(),
  heard: mobile(),
  hidden: mobile(),
  pressed: mobile(),
  stopped: mobile(),
  refused: mobile(),
  asked: mobile(),
  text: word(),
  chat: word(),
  button: word(),
  caption: word(),
  name: word(),
  oddShape: word(),
  unsigned: word(),
  userAgent: word(),
  page: word(),
  external: word(),
  email: `${word().toLowerCase()}@mail.example`,
  order: word(),
  forwarded: address(10),
  // On Linux every address that begins with 127 is this machine's.
  ip: process.platform === 'linux' ? address(127) : '127.0.0.1',
})

type Canaries = ReturnType<typeof makeCanaries>

/** Lets everything that can reach the database bring numbers, words and addresses that nobody else has. */
export const runCanaries = async (access: Access, origin: string): Promise<CanaryRun> => {
  const canaries = makeCanaries()
  const requests = requestsOf(access)
  const line = openLine(canaries.ip)
  const faults: string[] = []
  try {
    const { noticeToken } = readFormView(await line.send(origin, requests.formView()))
    const form = formCall(requests, canaries, noticeToken)
    const handedIn = await line.send(origin, form)
    const { code } = readHandedIn(handedIn)
    const calls = [...messages(requests, canaries, code), ...others(access, canaries, noticeToken)]
    for (const [what, status, call] of calls) {
      const answer = await line.send(origin, call)
      if (answer.status !== status) faults.push(`${what} was answered ${answer.status}`)
    }
    const stored = await histories(line, origin, requests, canaries)
    const unseen = shownOf(canaries).filter((value) => !stored.includes(value))
    faults.push(...unseen.map((value) => `${value} is not stored, so nothing is proved by it`))
    const shown = shownOf(canaries).length - unseen.length
    return { canaries: listed(canaries), acts: calls.length + 1, shown, faults }
  } finally {
    line.close()
  }
}

const formCall = (requests: Requests, it: Canaries, noticeToken: string): Call => {
  const { digits } = it.typed
  const phone = `+55 11 ${digits.slice(4, 9)} ${digits.slice(9)}`
  const page = `https://shop.example/${it.page}`
  const filled = { phone, page, userAgent: it.userAgent, noticeToken, attempt: `one-${it.page}` }
  const call = requests.handIn(filled)
  return { ...call, headers: { ...call.headers, 'X-Forwarded-For': it.forwarded } }
}

type Expected = readonly [what: string, status: number, call: Call]

const messages = (requests: Requests, it: Canaries, code: string): readonly Expected[] => {
  const from = (who: Someone, content: PhoneMessage['content']): PhoneMessage => ({
    id: wamid(who.digits, 1),
    from: who.digits,
    bsuid: who.bsuid,
    name: it.name,
    sentAt: Date.now(),
    content,
  })
  const typed = { ...from(it.typed, text(`#want ${code}`)), id: wamid(it.typed.digits, 2) }
  const chat = { ...from(it.heard, text(`hola ${it.chat}`)), id: wamid(it.heard.digits, 2) }
  const title = `Sin ${it.button}`
  const pressed = from(it.pressed, { kind: 'button', payload: 'OPT_OUT', title })
  const caption = { kind: 'picture', caption: `#stop ${it.caption}` } as const
  const captioned = { ...from(it.pressed, caption), id: wamid(it.pressed.digits, 2) }
  return [
    ['the message with the code', 200, requests.message(typed)],
    ['a text', 200, requests.message(from(it.heard, text(`#want ${it.text}`)))],
    ['chat', 200, requests.message(chat)],
    ['a button', 200, requests.message(pressed)],
    ['a caption', 200, requests.message(captioned)],
    ['a hidden number', 200, requests.message({ ...from(it.hidden, text('STOP')), from: null })],
  ]
}

const others = (access: Access, it: Canaries, noticeToken: string): readonly Expected[] => {
  const requests = requestsOf(access)
  const odd = { entry: [{ changes: [{ value: { messages: [{ [it.oddShape]: it.oddShape }] } }] }] }
  const receiver = { wabaId: '1', phoneNumberId: '1', digits: '1' }
  const content = { kind: 'text', text: it.unsigned } as const
  const someone = { id: it.unsigned, from: it.asked.digits, bsuid: 'BR.1', name: it.unsigned }
  const unsigned = metaBody(receiver, { ...someone, sentAt: Date.now(), content })
  const phone = `${it.refused.phone}0000`
  const filled = {
    phone,
    page: it.page,
    userAgent: it.userAgent,
    noticeToken,
    attempt: `two-${it.page}`,
  }
  const details = { order: it.order }
  return [
    ['a body of odd shape', 200, requests.signed(JSON.stringify(odd))],
    ['a body signed by nobody', 401, requests.signed(unsigned, 'not the secret')],
    ['an opt-out by number', 201, requests.optOut({ phone: it.stopped.phone }, details)],
    ['an opt-out by e-mail', 201, requests.optOut({ email: it.email }, details)],
    ['an opt-out by external id', 201, requests.optOut({ external: it.external }, details)],
    ['a number that is too long', 422, requests.handIn(filled)],
    ['a question', 200, requests.maySend(it.asked, 'offers')],
    ['a search', 404, requests.find({ phone: it.asked.phone })],
  ]
}

const text = (words: string) => ({ kind: 'text', text: words }) as const

/** All that the server shows of these people to who has the key. */
const histories = async (
  line: Line,
  origin: string,
  requests: Requests,
  it: Canaries,
): Promise<string> => {
  const numbers = [it.typed, it.heard, it.pressed, it.stopped].map(({ phone }) => ({ phone }))
  const without = [{ bsuid: it.hidden.bsuid }, { email: it.email }, { external: it.external }]
  let all = ''
  for (const person of [...numbers, ...without]) {
    const { id } = readFound(await line.send(origin, requests.find(person)))
    all += (await line.send(origin, requests.events(id))).body
  }
  return all
}

const shownOf = (it: Canaries): readonly string[] => {
  const numbers = [it.typed, it.heard, it.pressed, it.stopped].map(({ phone }) => phone)
  const words = [it.text, it.button, it.caption, it.userAgent, it.page, it.ip, it.order]
  return [...numbers, ...words, it.email, it.external, it.hidden.bsuid]
}

const listed = (it: Canaries): readonly Canary[] =>
  Object.entries({ ...it, loopback: '127.0.0.1' }).flatMap(([name, value]): readonly Canary[] =>
    typeof value === 'string'
      ? [{ name, kind: 'text', value }]
      : [
          { name: `${name} number`, kind: 'number', value: value.phone },
          { name: `${name} user id`, kind: 'text', value: value.bsuid },
          { name: `${name} message id`, kind: 'text', value: wamid(value.digits, 1) },
        ],
  )
