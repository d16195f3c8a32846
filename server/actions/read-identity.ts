import type { Identity } from '../../consent/identity.ts'
import { parsePhone } from '../../consent/phone.ts'
import type { Deps } from '../ports.ts'
import { isProblem, type Problem } from './problem.ts'

/** The identity as it is stored: a phone in its canonical form, read as one of the countries; none means any. */
export const readIdentity = (
  deps: Pick<Deps, 'phones'>,
  identity: Identity,
  countries: readonly string[] = [],
  areOthersTaken = false,
): Identity | Problem => {
  if (identity.kind !== 'phone') return identity
  const value = parsePhone(identity.value, countries, deps.phones.metadata, areOthersTaken)
  return isProblem(value) ? value : { kind: 'phone', value }
}

/**
 * The same for a no, which a number's country cannot stop: where the form's countries do not have it, it is
 * read as a number of the world.
 */
export const readIdentityForNo = (
  deps: Deps,
  identity: Identity,
  countries: readonly string[] = [],
): Identity | Problem => {
  const read = readIdentity(deps, identity, countries)
  return isProblem(read) && countries.length > 0 ? orElse(readIdentity(deps, identity), read) : read
}

const orElse = (answer: Identity | Problem, first: Problem): Identity | Problem =>
  isProblem(answer) ? first : answer
