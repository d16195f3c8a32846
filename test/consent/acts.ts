import type { Category } from '../../consent/company.ts'
import type { Act, ConsentEvent, Grant, Source } from '../../consent/event.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { Proof } from '../../consent/proof.ts'
import { registersOf, type Registers } from '../../consent/registers.ts'

/** The name of the nth event; a greater number is a greater name. */
export const eventId = (number: number): EventId =>
  `evt_${number.toString(16).padStart(32, '0')}` as EventId

/** The name of the nth person. */
export const personId = (number: number): PersonId =>
  `per_${number.toString(16).padStart(32, '0')}` as PersonId

/** Marketing, unless a case says otherwise. */
export const OFFERS: Category = {
  id: 'offers',
  kind: 'marketing',
  title: { en: 'Offers' },
  example: { en: 'Coffee at half price today' },
  frequency: { atMost: 4, per: 'month' },
}

/** A yes to offers at the sender `main`. */
export const GRANT: Grant = {
  categories: ['offers'],
  senders: ['main'],
  form: 'frm_demo',
  notice: 'a'.repeat(64),
}

type Message = Extract<Act, { kind: 'message' }>

/** A message to the sender `main`, an ordinary one unless told otherwise. */
export const message = (told: Partial<Message> = {}): Message => ({
  kind: 'message',
  sender: 'main',
  heardBy: 'signed',
  meaning: 'other',
  stops: false,
  granted: null,
  revoked: [],
  ...told,
})

const SOURCE_OF = {
  imported: 'import',
  asserted: 'form',
  witnessed: 'agent',
  link: 'link',
  message: 'api',
} as const satisfies Record<Proof, Source>

type OptIn = Extract<Act, { kind: 'opt_in' }>

/** A yes to offers at `main`, outside the chat. */
export const yes = (proof: Proof, told: Partial<OptIn> = {}): OptIn => ({
  kind: 'opt_in',
  proof,
  source: SOURCE_OF[proof],
  ...GRANT,
  refused: [],
  ...told,
})

const HALT: Act = { kind: 'opt_out', source: 'form', categories: null, senders: ['main'] }

/** What people do, and what providers say of them, about offers and the sender `main`. */
export const ACTS = {
  hello: message(),
  stop: message({ meaning: 'opt_out', stops: true }),
  suspected: message({ meaning: 'opt_out_suspected' }),
  /** The same where the sender says `strictRevocation`. */
  'strictly-suspected': message({ meaning: 'opt_out_suspected', stops: true }),
  'stop-offers': message({ meaning: 'unsubscribe_category', revoked: ['offers'] }),
  start: message({ meaning: 'resume' }),
  want: message({ meaning: 'subscribe', granted: GRANT }),
  /** `#want` with a code that nobody gave out. */
  'want-nothing': message({ meaning: 'subscribe' }),
  imported: yes('imported'),
  asserted: yes('asserted'),
  witnessed: yes('witnessed'),
  link: yes('link'),
  refused: yes('asserted', { categories: [], refused: ['offers'] }),
  'refused-by-link': yes('link', { categories: [], refused: ['offers'] }),
  halt: HALT,
  revoked: { ...HALT, categories: ['offers'] },
  'platform-stop': { kind: 'platform_stop', sender: 'main' },
  'platform-resume': { kind: 'platform_resume', sender: 'main' },
  'provider-block': { kind: 'provider_block', sender: 'main' },
  conflict: { kind: 'identity_conflict' },
  settled: { kind: 'identity_settled' },
  erased: { kind: 'erased', senders: ['main', 'second'] },
} as const satisfies { readonly [name: string]: Act }

const named: ReadonlyMap<string, Act> = new Map(Object.entries(ACTS))

const SECOND = { senders: ['second'] }

const atSecond = (act: Act): Act => {
  if (act.kind === 'message') {
    return { ...act, sender: 'second', granted: act.granted && { ...act.granted, ...SECOND } }
  }
  if ('sender' in act) return { ...act, sender: 'second' }
  return 'senders' in act ? { ...act, ...SECOND } : act
}

/**
 * The events of one person, told as `10 stop, 11 hello elsewhere`: the second by our own clock, the act, and
 * whether it was at the sender `second`. The first is event 1.
 */
export const history = (told: string): readonly ConsentEvent[] =>
  told
    .split(', ')
    .filter((deed) => deed !== '')
    .map((deed, index) => {
      const [second, name = '', elsewhere] = deed.split(' ')
      const act = named.get(name)
      if (!act) throw new Error(`no such act: ${deed}`)
      return {
        id: eventId(index + 1),
        person: personId(1),
        moment: { clock: 'ours', receivedAt: Number(second) * 1000 },
        act: elsewhere === undefined ? act : atSecond(act),
      }
    })

/** What such a history comes to. */
export const after = (told: string): Registers => registersOf(history(told))
