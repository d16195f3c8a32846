import { Hono, type Context } from 'hono'
import { idsIn, type ProviderKind } from '../../consent/provider.ts'
import { hearWebhook } from '../actions/hear-webhook.ts'
import { inboxIdOf } from '../actions/inbox-id.ts'
import { placeCalled, secretsOf } from '../actions/inbound-place.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import type { Credentials, InboundProvider, ProviderRequest } from '../inbound/provider.ts'
import { inboundProvider } from '../inbound/providers.ts'
import type { StoredCompany } from '../ports.ts'
import { noteCompany } from './answered.ts'
import { webhookLimit } from './body-size.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

const ADDRESS = '/:provider/:company/:place/:token?'

/** GET·POST /webhooks/{provider}/{company}/{sender or door}: a provider's handshake and what it tells. */
export const webhookRoutes = (deps: HttpDeps) =>
  new Hono()
    .use('/:provider/*', (c, next) => webhookLimit(c.req.param('provider'))(c, next))
    .get(ADDRESS, async (c) => {
      const found = await addressed(deps, c.req.param())
      if (isProblem(found)) return refuse(c, found)
      const { challengeOf } = found.provider
      if (!challengeOf) return hear(deps, c, found, 'GET')
      const challenge = found.credentials && challengeOf(c.req.query(), found.credentials)
      if (challenge === null) return refuse(c, problem('handshake-not-valid'))
      return c.text(challenge, 200, { 'X-Content-Type-Options': 'nosniff' })
    })
    .post(ADDRESS, async (c) => {
      const found = await addressed(deps, c.req.param())
      return isProblem(found) ? refuse(c, found) : hear(deps, c, found, 'POST')
    })

const FORM = 'application/x-www-form-urlencoded'

const hear = async (
  deps: HttpDeps,
  c: Context,
  { stored, place, provider, credentials, pathToken }: Addressed,
  method: 'GET' | 'POST',
) => {
  noteCompany(c.req, stored.document.id)
  const request = await requestOf(deps, c, method, credentials, pathToken)
  const verdict = credentials ? await provider.verify(request, credentials, deps.now()) : 'refused'
  if (verdict === 'unsigned') return refuse(c, problem('signature-not-valid'), 503)
  if (verdict === 'refused') return refuse(c, problem('signature-not-valid'), provider.refusal)
  const { body } = request
  const type = method === 'GET' ? FORM : (request.header('content-type') ?? '')
  if (!provider.isReadable({ body, type })) return refuse(c, problem('body-not-json'))
  const heard = await hearWebhook(deps, stored, {
    id: inboxIdOf(deps, stored, body),
    provider: provider.kind,
    place,
    receivedAt: deps.now(),
    body,
    type,
    isStale: verdict === 'stale',
  })
  if (isProblem(heard)) return refuse(c, heard)
  const { answer } = provider
  return answer ? c.body(answer.body, 200, { 'Content-Type': answer.type }) : c.body(null, 200)
}

/** What a provider asks by GET has its fields in the query: they are its body. */
const requestOf = async (
  { publicUrl }: HttpDeps,
  c: Context,
  method: 'GET' | 'POST',
  credentials: Credentials | null,
  pathToken: string | null,
): Promise<ProviderRequest> => {
  const { pathname } = new URL(c.req.url)
  const query = /\?.*$/su.exec(c.req.url)?.[0] ?? ''
  const told = credentials?.ids['webhookUrl']
  return {
    method,
    url: `${told?.replace(/\?.*$/su, '') ?? `${publicUrl}${pathname}`}${query}`,
    header: (name) => c.req.header(name) ?? null,
    body:
      method === 'GET'
        ? new TextEncoder().encode(query.slice(1))
        : new Uint8Array(await c.req.arrayBuffer()),
    pathToken,
  }
}

type Addressed = {
  readonly stored: StoredCompany
  readonly place: string
  readonly provider: InboundProvider
  /** Null when the operator has not set, or not allowed, a secret that the document names. */
  readonly credentials: Credentials | null
  readonly pathToken: string | null
}

/** The sender or door in an address, which chooses the credentials and nothing else. */
const addressed = async (
  deps: HttpDeps,
  params: {
    readonly provider: string
    readonly company: string
    readonly place: string
    readonly token?: string | undefined
  },
): Promise<Addressed | Problem> => {
  const provider = inboundProvider(params.provider)
  const stored = await deps.memory.company(params.company)
  const found = stored && placeCalled(stored, params.place)
  if (!provider || !found || found.provider.kind !== (provider.kind satisfies ProviderKind)) {
    return problem('not-found')
  }
  const secrets = secretsOf(deps, stored, found.provider)
  return {
    stored,
    place: params.place,
    provider,
    credentials: secrets && { ids: idsIn(found.provider), secrets },
    pathToken: params.token ?? null,
  }
}
