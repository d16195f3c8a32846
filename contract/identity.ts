import * as v from 'valibot'
import type { Identity } from '../consent/identity.ts'
import { TypedPhone } from './words.ts'

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** Who is meant, by exactly one thing that the person is known by. */
export const Person = v.union([
  v.strictObject({ phone: TypedPhone }),
  v.strictObject({ bsuid: v.pipe(short, v.regex(/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u)) }),
  v.strictObject({ email: v.pipe(short, v.email()) }),
  v.strictObject({ external: short }),
])
export type Person = v.InferOutput<typeof Person>

/** The same as an identity; a phone still has to be read. */
export const asIdentity = (person: Person): Identity => {
  if ('phone' in person) return { kind: 'phone', value: person.phone }
  if ('bsuid' in person) return { kind: 'bsuid', value: person.bsuid }
  if ('email' in person) return { kind: 'email', value: person.email.toLowerCase() }
  return { kind: 'external', value: person.external }
}
