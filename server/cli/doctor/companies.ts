import { listWebhooks, type WebhookView } from '../../actions/company-webhooks.ts'
import { secretsNamedIn } from '../../actions/put-company.ts'
import type { CompanyMemory, Deps, StoredCompany } from '../../ports.ts'
import { bad, type Finding, good, look } from './finding.ts'

/** Bodies that were taken are worked off at once; more than these are a queue. */
const MOST_WAITING = 100
const MOST_BEHIND = 1_000

/** What is amiss with any company: secrets, keys, and what waits or was given up. */
export const companyFindings = async (deps: Deps): Promise<readonly Finding[]> => {
  const ids = await deps.memory.companies()
  if (ids.length === 0) {
    return [look('There is no company yet.', 'quiero company create makes one.')]
  }
  const found = await Promise.all(ids.map((id) => oneCompany(deps, id)))
  return found.flat()
}

const oneCompany = async (deps: Deps, id: string): Promise<readonly Finding[]> => {
  const stored = await deps.memory.company(id)
  if (!stored) return []
  const memory = deps.memory.of(id)
  const amiss = [
    ...secretFindings(deps, stored),
    ...(await keyFindings(memory, id, deps.now())),
    ...(await listWebhooks(deps, stored)).flatMap((view) => webhookFindings(id, view)),
    ...(await queueFindings(memory, id)),
  ]
  return amiss.length > 0 ? amiss : [good(`Company ${id}: version ${stored.version}, all well.`)]
}

const secretFindings = (deps: Deps, stored: StoredCompany): readonly Finding[] =>
  secretsNamedIn(stored.document).flatMap(([where, env]) => {
    if (deps.secretOf(stored, env) !== null) return []
    const what = `Company ${stored.document.id}: ${where} names ${env}`
    return stored.secrets.includes(env)
      ? [bad(`${what}, which is not set here.`, `Set ${env} where the server runs.`)]
      : [bad(`${what}, which it may not.`, `quiero company create … --secret ${env} allows it.`)]
  })

const keyFindings = async (
  memory: CompanyMemory,
  id: string,
  now: number,
): Promise<readonly Finding[]> => {
  const keys = await memory.apiKeys()
  if (keys.some(({ endsAt }) => endsAt === null || endsAt > now)) return []
  const todo = `quiero keys create ${id} --name … makes one.`
  return [look(`Company ${id}: no API key is in force.`, todo)]
}

const webhookFindings = (id: string, { webhook, state }: WebhookView): readonly Finding[] => {
  if (!state) return []
  const name = `Company ${id}: webhook ${webhook.id}`
  const { dead, behind, waiting } = state
  const isGone = state.goneUrl === webhook.url
  return [
    ...(isGone
      ? [
          bad(
            `${name} answered 410, and is told nothing.`,
            `quiero webhooks test ${id} ${webhook.id}`,
          ),
        ]
      : []),
    ...(dead > 0
      ? [bad(`${name} never took ${dead} events.`, `quiero webhooks replay ${id} ${webhook.id}`)]
      : []),
    ...(behind + waiting > MOST_BEHIND
      ? [look(`${name}: ${behind + waiting} events wait.`, 'Look whether its server is well.')]
      : []),
  ]
}

const queueFindings = async (memory: CompanyMemory, id: string): Promise<readonly Finding[]> => {
  const bodies = (await memory.waiting(MOST_WAITING)).length
  const replies = (await memory.replyCounts())
    .filter(({ state }) => state === 'waiting')
    .reduce((sum, { count }) => sum + count, 0)
  return [
    ...(bodies >= MOST_WAITING
      ? [look(`Company ${id}: ${bodies} messages or more are not worked off.`, SERVES)]
      : []),
    ...(replies >= MOST_WAITING ? [look(`Company ${id}: ${replies} replies wait.`, SERVES)] : []),
  ]
}

const SERVES = 'Look whether a server runs, and what it reports.'
