import { randomBytes } from 'node:crypto'
import type { Act, ConsentEvent } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import type { Notice } from '../../consent/notice.ts'
import type { CompanyMemory, Ids, Records } from '../../server/ports.ts'

/** The server's key in these tests. */
export const KEY = Buffer.alloc(32, 'quiero')

/** 2026-01-01: the clock of these tests stands still. */
export const NOW = 1_767_225_600_000

/** A company's id that nobody has used. */
export const freshCompany = (): string => `company-${randomBytes(6).toString('hex')}`

/** A yes to offers at the sender main, taken by an agent. */
export const YES = {
  kind: 'opt_in',
  proof: 'witnessed',
  source: 'agent',
  categories: ['offers'],
  refused: [],
  senders: ['main'],
  form: 'frm_demo',
  notice: null,
} as const satisfies Act

/** A no to everything at the sender main, through the API. */
export const NO = {
  kind: 'opt_out',
  source: 'api',
  categories: null,
  senders: ['main'],
} as const satisfies Act

/** A notice of the right shape. */
export const NOTICE = {
  schema: 'quiero-notice/1',
  company: { id: 'demo', name: 'Café Aurora', businessManagerId: '1234567890' },
  form: 'frm_demo',
  language: 'es',
  senders: [],
  statement: 'Acepto recibir mensajes de Café Aurora por WhatsApp.',
  categories: [],
  howToStop: 'Escribe SALIR.',
  notCondition: 'No es condición de compra.',
  privacy: { text: 'Privacidad', url: 'https://shop.example/privacy' },
  trademark: '',
  buttons: { yes: 'Sí', no: 'No' },
} as const satisfies Notice

/** An event that our own clock saw. */
export const eventOf = (
  ids: Ids,
  person: PersonId,
  act: Act,
  receivedAt: number = NOW,
): ConsentEvent => ({ id: ids.newEvent(), person, moment: { clock: 'ours', receivedAt }, act })

/** A phone as an identity. */
export const phone = (value: string): Identity => ({ kind: 'phone', value })

/** Begins a person who is known by some identities. */
export const begin = async (
  company: CompanyMemory,
  ids: Ids,
  ...identities: readonly Identity[]
): Promise<PersonId> => {
  const person = ids.newPerson()
  await company.write(async (records) => {
    for (const identity of identities) await records.bind(identity, person, NOW)
  })
  return person
}

/** Finds or begins the person of an identity, as the actions do. */
export const findOrBegin = async (
  records: Records,
  ids: Ids,
  identity: Identity,
): Promise<PersonId> => {
  const known = await records.acquaintance(identity)
  if (known) return known.person
  const person = ids.newPerson()
  await records.bind(identity, person, NOW)
  return person
}
