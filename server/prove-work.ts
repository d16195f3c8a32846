import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Sealer, Work } from './ports.ts'

// A try takes a desktop two milliseconds and a slow phone ten.
const COST = 5_000
const LEAST_TRIES = 100
const FURTHER_TRIES = 200

const GOOD_FOR_MS = 10 * 60 * 1000

/**
 * Work as ALTCHA asks for it (altcha.org/docs/v2, PBKDF2 with a known counter): it is looked at with one hash, however
 * long it took. It is signed for what it was asked for, so that nobody does it once and uses it for others.
 */
export const workOf = (sealer: Sealer, now: () => number): Work => {
  const secrets = {
    hmacSignatureSecret: sealer.sign('work', 'challenge'),
    hmacKeySignatureSecret: sealer.sign('work', 'key'),
  }
  const named = (subject: string): string => sealer.sign('work-for', subject)
  return {
    ask: async (subject) => {
      const { parameters, signature = '' } = await createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: LEAST_TRIES + Math.floor(Math.random() * FURTHER_TRIES),
        // The library's own expiry asks the system's clock.
        data: { for: named(subject), until: now() + GOOD_FOR_MS },
        deriveKey,
      })
      return { parameters, signature }
    },
    nameIfDone: async (subject, { challenge, solution }) => {
      try {
        const { verified } = await verifySolution({
          ...secrets,
          challenge,
          solution,
          deriveKey,
        })
        const { data = {}, nonce } = challenge.parameters
        const isGood = verified && data['for'] === named(subject) && Number(data['until']) >= now()
        return isGood ? nonce : null
      } catch {
        return null
      }
    },
  }
}
