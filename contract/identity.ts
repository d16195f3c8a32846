import * as v from 'valibot'
import type { Identity } from '../consent/identity.ts'
import { TypedPhone } from './words.ts'

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** Who is meant, by exactly one thing that the person is known by. */
export const Person = v.union([
  v.strictObject({
    phone: v.pipe(TypedPhone, v.description('A number with its country code, however written.')),
  }),
  v.strictObject({
    bsuid: v.pipe(
      short,
      v.regex(/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u),
      v.description('Meta’s business-scoped user id.'),
    ),
  }),
  v.strictObject({ email: v.pipe(short, v.email()) }),
  v.strictObject({ external: v.pipe(short, v.description('Your own id of the person.')) }),
])
export type Person = v.InferOutput<typeof Person>

/** The same as an identity; a phone still has to be read. */
export const asIdentity = (person: Person): Identity => {
  if ('phone' in person) return { kind: 'phone', value: person.phone }
  if ('bsuid' in person) return { kind: 'bsuid', value: person.bsuid }
  if ('email' in person) return { kind: 'email', value: person.email.toLowerCase() }
  return { kind: 'external', value: person.external }
}
