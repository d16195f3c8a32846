import type { ApiKey, Deps, Scope } from '../ports.ts'
import { madeKey, type MadeKey, type WantedKey } from './api-keys.ts'
import { isProblem, problem, type Problem } from './problem.ts'

/** What whoever manages keys may hand on: all of it for an operator, its own scopes for a key. */
export type Manager = { readonly company: string; readonly scopes: readonly Scope[] }

/** How a key is replaced. */
export type Rotation = {
  /** When the old key ends, at the latest. */
  readonly oldEndsAt: number
  /** When the new one ends; left out, it lives as long as the old one was made for. */
  readonly endsAt?: number | undefined
}

/** What a key is called where its text must not stand. It tells nothing of the text. */
export const keyIdOf = ({ hash }: Pick<ApiKey, 'hash'>): string => `key_${hash.slice(0, 24)}`

/** Makes a key that may do no more than whoever asks for it. */
export const addKey = async (
  deps: Deps,
  manager: Manager,
  wanted: WantedKey,
): Promise<MadeKey | Problem> => {
  if (!mayHandOn(manager, wanted.scopes)) return problem('scope-missing')
  if (wanted.endsAt && wanted.endsAt <= deps.now()) return problem('time-not-valid')
  const made = madeKey(deps, manager.company, wanted)
  await deps.memory.addApiKey(made.key)
  return made
}

/**
 * Makes a key that takes another's place: of the same name and scopes. Both open the same doors until the old one
 * ends, so that no backend is shut out while the new one is put in place.
 */
export const rotateKey = async (
  deps: Deps,
  manager: Manager,
  id: string,
  { oldEndsAt, endsAt }: Rotation,
): Promise<MadeKey | Problem> => {
  const now = deps.now()
  const old = await livingKey(deps, manager, id)
  if (isProblem(old)) return old
  if (!mayHandOn(manager, old.scopes)) return problem('scope-missing')
  if (oldEndsAt < now || (endsAt !== undefined && endsAt <= now)) return problem('time-not-valid')
  const span = old.endsAt === null ? null : now + (old.endsAt - old.createdAt)
  const { name, scopes } = old
  const made = madeKey(deps, manager.company, { name, scopes, endsAt: endsAt ?? span })
  await deps.memory.of(manager.company).write(async (records) => {
    await records.addApiKey(made.key)
    await records.endApiKey(old.hash, oldEndsAt)
  })
  return made
}

/** Withdraws a key at once, in every process. */
export const withdrawKey = async (
  deps: Deps,
  manager: Pick<Manager, 'company'>,
  id: string,
): Promise<'withdrawn' | Problem> => {
  const key = await livingKey(deps, manager, id)
  if (isProblem(key)) return key
  const isEnded = await deps.memory
    .of(manager.company)
    .write((records) => records.endApiKey(key.hash, deps.now()))
  return isEnded ? 'withdrawn' : problem('api-key-not-found')
}

const livingKey = async (
  deps: Deps,
  { company }: Pick<Manager, 'company'>,
  id: string,
): Promise<ApiKey | Problem> => {
  const start = /^key_([0-9a-f]{24})$/u.exec(id)?.[1]
  const key = start === undefined ? null : await deps.memory.of(company).apiKeyWith(start)
  const isOver = !key || (key.endsAt !== null && key.endsAt <= deps.now())
  return isOver ? problem('api-key-not-found') : key
}

const mayHandOn = (manager: Manager, scopes: readonly Scope[]): boolean =>
  scopes.every((scope) => manager.scopes.includes(scope))
