import type { Company, Provider, Sender } from '../../consent/company.ts'
import type { Act, HeardBy } from '../../consent/event.ts'
import type { E164 } from '../../consent/line.ts'
import { yesAt } from '../../consent/moment.ts'
import type { Deps, Inbound, Records, StoredCompany } from '../ports.ts'
import { hearMessage } from './hear-message.ts'
import { problem, type Problem } from './problem.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

/** One thing that a provider's request tells, in our words. `account` is the provider's id of the business number. */
export type Delivered =
  | {
      readonly kind: 'message'
      readonly account: string
      readonly id: string
      readonly phone: E164 | null
      readonly bsuid: string | null
      readonly text: string | null
      readonly payload: string | null
      readonly sentAt: number
    }
  | {
      /** What the person set in WhatsApp itself about marketing messages. */
      readonly kind: 'preference'
      readonly account: string
      readonly id: string
      readonly phone: E164 | null
      readonly bsuid: string | null
      readonly value: 'stop' | 'resume'
      readonly sentAt: number
    }
  /** Authentic, and of no concern to us. */
  | { readonly kind: 'ignored' }
  /** Authentic, and not understood: kept for inspection. */
  | { readonly kind: 'unknown' }

/** Reads a verified body; the reader of its provider. */
export type ReadBody = (provider: string, body: Uint8Array) => readonly Delivered[]

/** How the requests of each provider are proved to be its own. */
const HEARD_BY: ReadonlyMap<string, HeardBy> = new Map<Provider['kind'], HeardBy>([
  ['whatsapp-cloud', 'signed'],
])

/**
 * Takes a verified body: on disk first, then heard. What fails after that is tried again from there. It is
 * acknowledged only when it is in force: a provider that is told "not now" sends it again, which harms nothing,
 * while an acknowledged stop that is not yet one would be a lie (design R4).
 */
export const hearWebhook = async (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  read: ReadBody,
): Promise<'heard' | Problem> => {
  const memory = deps.memory.of(stored.document.id)
  const isKept = await succeeds(deps, 'keeping a webhook', () =>
    memory.write((records) => records.keepInbound(inbound)),
  )
  if (!isKept) return problem('unavailable')
  const isHeard = await succeeds(deps, 'hearing a webhook', () =>
    workOff(deps, stored, inbound, read),
  )
  return isHeard ? 'heard' : problem('unavailable')
}

const succeeds = (deps: Deps, what: string, work: () => Promise<void>): Promise<boolean> =>
  work()
    .then(() => true)
    .catch((error: unknown) => {
      deps.report(what, error)
      return false
    })

/** Works off what was kept and not heard, such as before a crash. Gives how many bodies were tried. */
export const hearWaiting = async (
  deps: Deps,
  stored: StoredCompany,
  read: ReadBody,
): Promise<number> => {
  const waiting = await deps.memory.of(stored.document.id).waiting(100)
  for (const inbound of waiting) {
    await workOff(deps, stored, inbound, read).catch((error: unknown) =>
      deps.report('hearing a webhook again', error),
    )
  }
  return waiting.length
}

/** Everything in a body takes effect together, and the body is done in the same transaction. */
const workOff = async (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  read: ReadBody,
): Promise<void> => {
  const company = stored.document
  const deliveries = read(inbound.provider, inbound.body)
  await deps.memory.of(company.id).write(async (records) => {
    let note: string | null = null
    for (const delivered of deliveries) {
      note = (await hear(deps, records, stored, inbound, delivered)) ?? note
    }
    await records.finishInbound(inbound.id, note)
  })
}

/** Hears one delivery; says why it could not, for whoever looks at what was kept. */
const hear = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  inbound: Inbound,
  delivered: Delivered,
): Promise<string | null> => {
  if (delivered.kind === 'ignored') return null
  if (delivered.kind === 'unknown') return 'a shape that is not known'
  const sender = senderOf(deps, stored, inbound.sender, delivered.account)
  if (!sender) return 'a business number that is not of this company'
  const delivery = `${inbound.provider}|${delivered.account}|${delivered.id}`
  const { receivedAt } = inbound
  if (delivered.kind === 'preference') {
    await hearPreference(deps, records, stored.document, sender, delivered, receivedAt, delivery)
    return null
  }
  const heardBy = HEARD_BY.get(inbound.provider) ?? 'secret-path'
  await hearMessage(deps, records, stored, sender, { ...delivered, receivedAt, delivery }, heardBy)
  return null
}

type Preference = Extract<Delivered, { kind: 'preference' }>

const hearPreference = async (
  deps: Deps,
  records: Records,
  company: Company,
  sender: Sender,
  { phone, bsuid, value, sentAt }: Preference,
  receivedAt: number,
  delivery: string,
): Promise<void> => {
  const moment = { clock: 'provider', claimedAt: sentAt, receivedAt } as const
  const sighting = { phone, bsuid }
  const { person, inConflict } = await recognisePerson(deps, records, sighting, yesAt(moment))
  const kind: Extract<Act, { kind: `platform_${string}` }>['kind'] =
    value === 'stop' ? 'platform_stop' : 'platform_resume'
  const id = deps.ids.eventOf(company.id, delivery)
  const evidence = { phone: phone ?? undefined, bsuid: bsuid ?? undefined }
  await records.append({ id, person, moment, act: { kind, sender: sender.id } }, evidence)
  await recordConflicts(deps, records, company.id, delivery, moment, inConflict)
}

/** The sender whose id at the provider is in the payload, among those with the address's credentials (design section 5). */
const senderOf = (
  deps: Deps,
  stored: StoredCompany,
  addressed: string,
  account: string,
): Sender | null => {
  const { senders } = stored.document
  const secretOf = (sender: Sender | undefined) =>
    sender?.provider ? deps.secretOf(stored, sender.provider.appSecret.env) : null
  // By what the secret is, not by what it is called: two names may hold the secret of one app.
  const secret = secretOf(senders.find(({ id }) => id === addressed))
  const found = senders.find(
    (sender) => sender.provider?.phoneNumberId === account && secretOf(sender) === secret,
  )
  return found ?? null
}
