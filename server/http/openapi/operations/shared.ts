import { PHONE_PROBLEMS } from '../../../../consent/phone-problem.ts'
import type { ProblemCode } from '../../../actions/problem.ts'

/** What can be amiss with a number anywhere. */
export const NUMBER_PROBLEMS: readonly ProblemCode[] = PHONE_PROBLEMS.filter(
  (code) => code !== 'phone-country-not-offered',
)

// Of nobody: the ids are made up, and the numbers are those of the demo.
export const PHONE = '+5215512345678'
export const PERSON_ID = 'per_5d1c3b7e90aa4f6c8e21d4b7f0936a5c'
export const EVENT_ID = 'evt_0193582d7f7a4c0e9b6a51d2c83f4e07'
export const OPT_IN_ID = 'opt_0193582d7f7a4c0e9b6a51d2c83f4e07'
export const NOTICE = '9f2c5be0a7d1486f3b20c94e8d57a1366f0e4b9ad2c87135e6f4a0b19c3d5e72'
export const CURSOR = '1.kX0dVq3Jm2hYb7Rs'
export const LOG_KEY = 'quiero.example/demo+3f0c2a91+AVn2bqO0C2D2mQ1tZ0Vb9o3q7mT4f1Jx0sQe8nYk5h2p'
export const CHECKPOINT =
  'quiero.example/demo\n42\nq0xYc3m0J6tQ4f5m2q1hVw8nR7eKpZ0aB3dXs9LuTgE=\n\n— quiero.example/demo PwwqkY2v0mQxT5sK\n'

/** The parameter of an address that names a person. */
export const PERSON_PATH = {
  id: { says: 'The person’s id, as every answer about them gives it.', example: PERSON_ID },
}
