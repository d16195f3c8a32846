import { describe, expect, test } from 'vitest'
import type { EventId } from '../../consent/mark.ts'
import { PROOFS, type Proof } from '../../consent/proof.ts'
import { standingOf, STATUSES, type Standing } from '../../consent/status.ts'
import { after, eventId, OFFERS } from './acts.ts'

const standing = (told: string, leastProof?: Proof): Standing =>
  standingOf(after(told), 'main', { ...OFFERS, leastProof })

const evidenceOf = (stands: Standing): EventId | null => {
  switch (stands.status) {
    case 'granted':
      return stands.grants[0].mark.by
    case 'pending':
      return stands.best.mark.by
    case 'revoked':
    case 'denied':
      return stands.by.by
    case 'never_asked':
      return null
  }
}

const CASES: readonly (readonly [string, string, Standing['status'], number | null])[] = [
  ['R1: nothing was asked of whoever only wrote', '10 hello', 'never_asked', null],
  ['R1: a yes by message grants', '10 want', 'granted', 1],
  ['R1: a yes by link grants', '10 link', 'granted', 1],
  ['R1: a yes at another sender grants nothing here', '10 want elsewhere', 'never_asked', null],
  ['R1: a no holds for every sender', '10 want, 11 revoked elsewhere', 'revoked', 2],
  ['R1: a yes after the no grants', '10 revoked, 11 want', 'granted', 2],
  ['R1: a yes in the instant of the no does not', '10 revoked, 10 want', 'revoked', 1],
  ['R1: a yes in the instant of a refusal does not', '10 refused, 10 want', 'denied', 1],
  ['R1: a yes before the no does not', '11 revoked, 10 want', 'revoked', 1],
  ['R1: #stop offers revokes', '10 want, 11 stop-offers', 'revoked', 2],
  ['R1: a refusal denies', '10 want, 11 refused', 'denied', 2],
  ['R3: a refusal typed by anyone needs no proof', '10 link, 11 want, 12 refused', 'denied', 3],
  ['R1: of both noes the later stands: the refusal', '10 revoked, 11 refused', 'denied', 2],
  ['R1: of both noes the later stands: the revocation', '11 revoked, 10 refused', 'revoked', 1],
  ['R1: of both in one instant the greater id stands', '10 revoked, 10 refused', 'denied', 2],
  ['R1: of both in one instant the greater id stands', '10 refused, 10 revoked', 'revoked', 2],
  ['R1: a yes between the two noes does not grant', '10 revoked, 11 want, 12 refused', 'denied', 3],
  ['R3: the strongest proof is told, not the last', '10 want, 11 link', 'granted', 1],
  ['R3: a stronger proof from before the no is not', '10 want, 11 revoked, 12 link', 'granted', 3],
  ['R3: an old record is never enough alone', '10 imported', 'pending', 1],
  ['R3: a typed yes is not enough', '10 asserted', 'pending', 1],
  ['R3: a witnessed yes is not enough', '10 witnessed', 'pending', 1],
  ['R3: of weak proofs the strongest is told', '10 witnessed, 11 asserted', 'pending', 1],
  ['R3: a typed yes after the no leaves the no', '10 revoked, 11 asserted', 'revoked', 1],
  ['R5: a stop is no no to the category', '10 want, 11 stop', 'granted', 1],
]

describe('what stands of a category (R1, R3)', () => {
  test.each(CASES)('%s (%s)', (_, told, status, evidence) => {
    const stands = standing(told)
    expect(stands.status).toBe(status)
    expect(evidenceOf(stands)).toBe(evidence === null ? null : eventId(evidence))
  })

  test('every status is reached', () => {
    expect(new Set(CASES.map(([, , status]) => status))).toEqual(new Set(STATUSES))
  })
})

describe('the least proof (R3)', () => {
  test.each(PROOFS.flatMap((least) => PROOFS.map((proof) => ({ least, proof }))))(
    'R3: a category that takes $least, and a yes by $proof',
    ({ least, proof }) => {
      const isEnough = PROOFS.indexOf(proof) >= PROOFS.indexOf(least) && proof !== 'imported'
      const act = proof === 'message' ? 'want' : proof
      expect(standing(`10 ${act}`, least).status).toBe(isEnough ? 'granted' : 'pending')
    },
  )

  // Each with a category that takes typed numbers: whether a yes by each proof brings it back.
  test.each<[string, string, string, Standing['status']]>([
    ['a no to the category, lifted long ago', '5 revoked, 6 want, 7 revoked', '', 'revoked'],
    ['a refusal', '5 refused', '', 'denied'],
    ['a stop', '5 stop', '', 'pending'],
    ['a stop that a message lifted', '5 stop', ', 6 hello', 'pending'],
    ['a stop that a resume word lifted', '5 stop', ', 6 start', 'pending'],
    ['a no through a door that a resume word lifted', '5 halt', ', 6 start', 'pending'],
  ])('R3: once there was %s, nothing below link brings the category back', (_, no, lift, left) => {
    const statusAfter = (act: string) => standing(`${no}${lift}, 10 ${act}`, 'asserted').status
    expect(standing('10 asserted', 'asserted').status).toBe('granted')
    expect(['imported', 'asserted', 'witnessed'].map(statusAfter)).toEqual([left, left, left])
    expect(['link', 'want'].map(statusAfter)).toEqual(['granted', 'granted'])
  })

  test.each([
    ['R3: a typed yes from before the stop does not come back by a message', 'asserted', 'pending'],
    ['R5: a yes by link from before the stop stands again after a message', 'link', 'granted'],
    ['R5: a yes by message from before the stop stands again after a message', 'want', 'granted'],
  ])('%s', (_, act, status) => {
    expect(standing(`4 ${act}, 5 stop, 6 hello`, 'asserted').status).toBe(status)
  })

  test('R3: a stop at another sender asks nothing more here', () => {
    expect(standing('5 stop elsewhere, 10 asserted', 'asserted').status).toBe('granted')
  })

  test('R3: who said no is brought back by link only where the category takes link', () => {
    expect(standing('5 stop, 10 link', 'message').status).toBe('pending')
    expect(standing('5 stop, 10 want', 'message').status).toBe('granted')
  })
})
