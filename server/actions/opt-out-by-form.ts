import type { Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import { NOBODY } from '../../consent/mark.ts'
import { type BurstSign, hourOf, isBurst, USUAL_OVER_HOURS } from '../../consent/typed-stops.ts'
import type { Deps, WorkDone } from '../ports.ts'
import { findForm, type FoundForm } from './find-form.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { readIdentityForNo } from './read-identity.ts'
import { momentOf, type RecordedAct } from './record-act.ts'
import { recordOptOut } from './record-opt-out.ts'

/** A no by a typed number. */
export type TypedOptOut = {
  readonly person: Identity
  /** Left out: everything. */
  readonly categories?: readonly string[] | undefined
  readonly evidence: Evidence
  /** By what whoever types is counted; left out where nothing is known. */
  readonly address?: string | undefined
  /** What was asked for when the same was refused with `work-needed`. */
  readonly work?: WorkDone | undefined
}

/**
 * Takes a no by a typed number from a form's page: at every sender, at once. Anybody can type anybody's number, so
 * where more come than people type each is taken after a proof of work, which the problem `work-needed` asks for; the
 * company is told once an hour. A no in a message, by a link or with a key needs none.
 */
export const optOutByForm = async (
  deps: Deps,
  form: string,
  { person, work, address, ...taken }: TypedOptOut,
): Promise<RecordedAct | Problem> => {
  const found = await findForm(deps.memory, form)
  if (isProblem(found)) return found
  const { countries } = found.form
  const identity = readIdentityForNo(deps, person, countries)
  if (isProblem(identity)) return identity
  const subject = JSON.stringify([form, identity.value])
  const done = work === undefined ? null : await deps.work.nameIfDone(subject, work)
  const sign = done === null ? await burstSign(deps, found, address) : null
  if (sign !== null) {
    await tellOfBurst(deps, found, sign)
    return problem('work-needed', { work: await deps.work.ask(subject) })
  }
  const hour = hourOf(deps.now())
  return recordOptOut(
    deps,
    found.stored,
    {
      ...taken,
      person,
      source: 'form',
      // The same work again is the same act again.
      id: done === null ? undefined : `work/${done}`,
      beside: (records) => records.countTypedStop(form, hour, hour - USUAL_OVER_HOURS),
    },
    countries,
  )
}

const burstSign = async (
  deps: Deps,
  { company, form }: FoundForm,
  address: string | undefined,
): Promise<BurstSign | null> => {
  const taken = address === undefined ? null : await deps.limiter.take('stops', address)
  if (taken?.isOver === true) return 'address'
  const memory = deps.memory.of(company.id)
  const stops = await memory.typedStops(form.id, hourOf(deps.now()), USUAL_OVER_HOURS)
  return isBurst(stops) ? 'form' : null
}

/** An event of its own, which the feed and the webhooks tell as any other. */
const tellOfBurst = async (
  deps: Deps,
  { company, form }: FoundForm,
  by: BurstSign,
): Promise<void> => {
  const now = deps.now()
  const memory = deps.memory.of(company.id)
  const id = deps.ids.eventOf(company.id, `opt-out-burst|${form.id}|${by}|${hourOf(now)}`)
  if (await memory.event(id)) return
  const moment = momentOf(now, undefined)
  const act = { kind: 'opt_out_burst', form: form.id, by } as const
  await memory.write((records) => records.append({ id, person: NOBODY, moment, act }, null))
}
