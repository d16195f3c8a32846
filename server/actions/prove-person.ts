import { canonicalJson } from '../../consent/canonical.ts'
import { grantIn } from '../../consent/consent-record.ts'
import { readCheckpoint } from '../../consent/checkpoint.ts'
import { isPersonId } from '../../consent/mark.ts'
import { inclusionPath } from '../../consent/merkle.ts'
import { noticeHtml } from '../../consent/notice-html.ts'
import type { ProofFile, ProvenEvent, ProvenNotice } from '../../consent/proof-file.ts'
import { provenRecords } from '../../consent/proven-record.ts'
import type { Checkpoint, Deps, SaltedEvent, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'
import { logKeyOf, signLog } from './sign-log.ts'

type Placed = SaltedEvent & { readonly position: number }

/**
 * Makes the proof of one person: all of their events that have a place in the log, with what shows that each stands
 * in what was signed of it. The log is signed anew where the last checkpoint does not hold them all.
 */
export const provePerson = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
): Promise<ProofFile | Problem> => {
  const company = stored.document.id
  const memory = deps.memory.of(company)
  if (!isPersonId(id) || !(await memory.person(id))) return problem('person-not-found')
  const events = (await memory.saltedEventsOf(id)).filter(isPlaced)
  const checkpoint = await checkpointOver(deps, company, events)
  if (!checkpoint) return problem('log-not-signed')
  const proven: ProvenEvent[] = []
  for (const event of events) proven.push(await provenEvent(deps, company, checkpoint, event))
  const notices = await noticesOf(deps, company, events)
  const words = new Map(notices.map(({ hash, notice }) => [hash, notice]))
  return signed(deps, company, {
    schema: 'quiero-proof/1',
    company,
    person: id,
    made: new Date(deps.now()).toISOString(),
    key: logKeyOf(deps, company).verifier,
    checkpoint: checkpoint.note,
    events: proven,
    records: events.flatMap((event) => provenRecords(stored.document, event, words)),
    notices,
  })
}

const isPlaced = (event: SaltedEvent): event is Placed => event.position !== null

const checkpointOver = async (
  deps: Deps,
  company: string,
  events: readonly Placed[],
): Promise<Checkpoint | null> => {
  const newest = await deps.memory.of(company).checkpoint()
  const last = Math.max(-1, ...events.map(({ position }) => position))
  return newest && newest.size > last ? newest : signLog(deps, company)
}

const provenEvent = async (
  deps: Deps,
  company: string,
  checkpoint: Checkpoint,
  { event, evidence, salt, leaf, position }: Placed,
): Promise<ProvenEvent> => {
  const size = readCheckpoint(checkpoint.note)?.size ?? checkpoint.size
  const hashes = await deps.memory.of(company).logHashes(inclusionPath(position, size))
  const { id, person, moment, act } = event
  const path = hashes.map((hash) => Buffer.from(hash).toString('base64'))
  return { position, leaf, event: { id, person, moment, act }, evidence, salt, path }
}

const noticesOf = async (
  deps: Deps,
  company: string,
  events: readonly Placed[],
): Promise<readonly ProvenNotice[]> => {
  const hashes = new Set(events.flatMap(({ event }) => grantIn(event.act)?.notice ?? []))
  const notices: ProvenNotice[] = []
  for (const hash of hashes) {
    const notice = await deps.memory.of(company).notice(hash)
    if (notice) notices.push({ hash, notice, html: noticeHtml(notice) })
  }
  return notices
}

const signed = (deps: Deps, company: string, file: Omit<ProofFile, 'signature'>): ProofFile => ({
  ...file,
  signature: logKeyOf(deps, company).signBytes(canonicalJson(file)),
})
