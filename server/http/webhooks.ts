import { Hono } from 'hono'
import type { Sender } from '../../consent/company.ts'
import { hearWebhook } from '../actions/hear-webhook.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import * as whatsappCloud from '../inbound/whatsapp-cloud.ts'
import type { StoredCompany } from '../ports.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

/** GET·POST /webhooks/whatsapp-cloud/{company}/{sender}: Meta's handshake and what it tells. */
export const webhookRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/whatsapp-cloud/:company/:sender', async (c) => {
      const found = await addressed(deps, c.req.param())
      if (isProblem(found)) return refuse(c, found)
      const token = deps.secretOf(found.stored, found.provider.verifyToken.env)
      const challenge = token === null ? null : whatsappCloud.challengeOf(c.req.query(), token)
      if (challenge === null) return refuse(c, problem('handshake-not-valid'))
      return c.text(challenge, 200, { 'X-Content-Type-Options': 'nosniff' })
    })
    .post('/whatsapp-cloud/:company/:sender', async (c) => {
      const found = await addressed(deps, c.req.param())
      if (isProblem(found)) return refuse(c, found)
      const { stored, sender, provider } = found
      const body = new Uint8Array(await c.req.arrayBuffer())
      const secret = deps.secretOf(stored, provider.appSecret.env)
      const signature = c.req.header('x-hub-signature-256') ?? null
      if (secret === null || !whatsappCloud.isSigned(secret, body, signature)) {
        return refuse(c, problem('signature-not-valid'))
      }
      if (!whatsappCloud.isReadable(body)) return refuse(c, problem('body-not-json'))
      const inbound = {
        id: inboxIdOf(deps, stored, body),
        provider: provider.kind,
        sender: sender.id,
        receivedAt: deps.now(),
        body,
      }
      const heard = await hearWebhook(deps, stored, inbound, deps.readBody)
      return isProblem(heard) ? refuse(c, heard) : c.body(null, 200)
    })

/** The same for the same body, so that one that is sent again before it is heard is kept once. */
const inboxIdOf = (deps: HttpDeps, { document }: StoredCompany, body: Uint8Array): string =>
  deps.ids
    .eventOf(document.id, `inbox|${Buffer.from(body).toString('latin1')}`)
    .replace('evt_', 'inb_')

type Addressed = {
  readonly stored: StoredCompany
  readonly sender: Sender
  readonly provider: NonNullable<Sender['provider']>
}

/** The sender in an address, which chooses the credentials and nothing else. */
const addressed = async (
  deps: HttpDeps,
  params: { readonly company: string; readonly sender: string },
): Promise<Addressed | Problem> => {
  const stored = await deps.memory.company(params.company)
  const sender = stored?.document.senders.find(({ id }) => id === params.sender)
  if (!stored || !sender?.provider) return problem('not-found')
  return { stored, sender, provider: sender.provider }
}
