import { LANGUAGES } from '../consent/company.ts'
import type { FormHandedIn, HandInForm } from '../contract/opt-in.ts'
import { readEntry } from './later-steps.ts'
import type { Base, Screen, State, Way } from './screens.ts'
import { WAYS } from './way.ts'

/** What a browser keeps of a form over a reload: what is on its way, and nothing of what is over. */
export type Memory =
  /** A message is awaited. The number that was typed is not kept. */
  | (Asked & { readonly kind: 'waiting'; readonly way: Way; readonly optIn: FormHandedIn })
  /** A yes that has not been answered, with the typed number: it is sent again as it was. */
  | (Asked & { readonly kind: 'yes'; readonly body: HandInForm })
  /** An opt-out that has not been answered. */
  | { readonly kind: 'stop'; readonly phone: string }
  | { readonly kind: 'no' }

/** The words that were shown, and the boxes that were ticked under them. */
type Asked = { readonly notice: string; readonly ticked: string }

/** Half a year: nobody is asked again within it (facts section 16). */
const NO_LASTS_MS = 182 * 24 * 60 * 60 * 1000

type Fields = { readonly [name: string]: string }

/** What of a state is kept, as text; null: nothing. A query, since old pages patch what JSON does. */
export const memoryOf = (state: State): string | null => {
  const fields = waitingFields(state) ?? yesFields(state) ?? stopFields(state)
  return fields && new URLSearchParams({ ...fields }).toString()
}

const waitingFields = (state: State): Fields | null => {
  if (state.screen !== 'continue' && state.screen !== 'waiting') return null
  const { id, code, links, watch, expiresAt } = state.optIn
  const { way } = state
  return { kind: 'waiting', way, id, code, watch, expiresAt, ...links, ...asked(state) }
}

const yesFields = (state: State): Fields | null => {
  const isKept = state.screen === 'sending' || (state.screen === 'filling-in' && isOffline(state))
  if (!isKept || !state.sent) return null
  const { phone = '', page = '', categories, ...sent } = state.sent
  return { kind: 'yes', phone, page, categories: String(categories), ...sent, ...asked(state) }
}

const stopFields = (state: State): Fields | null => {
  const isKept =
    state.screen === 'sending-stop' || (state.screen === 'opting-out' && isOffline(state))
  const reading = readEntry(state)
  return isKept && reading.kind === 'number' ? { kind: 'stop', phone: reading.phone } : null
}

const isOffline = ({ trouble }: Screen<'filling-in' | 'opting-out'>): boolean =>
  trouble === 'offline'

const asked = (state: Base) => ({
  notice: noticeText(state),
  ticked: state.entry.ticked.join(' '),
})

/** The words of a form as one text, to see whether they are the same. */
export const noticeText = ({ view }: Base): string => JSON.stringify(view.notice)

/** Reads what was kept of a form; null where it is odd, too old, or of another form. */
export const readMemory = (text: string, form: string, now: number): Memory | null => {
  const fields = new URLSearchParams(text)
  const field = (name: string): string => fields.get(name) ?? ''
  const before = { notice: field('notice'), ticked: field('ticked') }
  switch (field('kind')) {
    case 'stop':
      return /^\+\d+$/u.test(field('phone')) ? { kind: 'stop', phone: field('phone') } : null
    case 'yes': {
      const body = bodyIn(field)
      return body?.form === form ? { kind: 'yes', body, ...before } : null
    }
    case 'waiting': {
      const way = WAYS.find((each) => each === field('way'))
      const optIn = optInIn(field)
      const isFresh = Date.parse(optIn.expiresAt) > now
      return way && optIn.id && isFresh ? { kind: 'waiting', way, optIn, ...before } : null
    }
    default:
      return null
  }
}

/** Whether a no still stands that was said at a time, as text. */
export const noStands = (at: string, now: number): boolean => {
  const age = now - Number(at)
  return at !== '' && age >= 0 && age < NO_LASTS_MS
}

type Field = (name: string) => string

const bodyIn = (field: Field): HandInForm | null => {
  const language = LANGUAGES.find((each) => each === field('language'))
  if (!language || field('attempt') === '' || field('phone') === '') return null
  return {
    form: field('form'),
    noticeToken: field('noticeToken'),
    attempt: field('attempt'),
    phone: field('phone'),
    categories: field('categories'),
    language,
    page: field('page'),
  }
}

const optInIn = (field: Field): FormHandedIn => ({
  id: field('id'),
  status: 'pending',
  code: field('code'),
  links: {
    whatsapp: field('whatsapp'),
    ...(field('sms') && { sms: field('sms') }),
    ...(field('email') && { email: field('email') }),
  },
  watch: field('watch'),
  expiresAt: field('expiresAt'),
})
