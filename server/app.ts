import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { problem } from './actions/problem.ts'
import { requestIdOf, tellAnswered } from './http/answered.ts'
import { batchRoutes } from './http/batch/routes.ts'
import { limitTo } from './http/body-size.ts'
import { companyRoutes } from './http/company.ts'
import { companyWebhookRoutes } from './http/company-webhooks.ts'
import type { Bindings, HttpDeps } from './http/deps.ts'
import { eventRoutes } from './http/events.ts'
import { exportRoutes } from './http/exports/routes.ts'
import { formScripts } from './http/form-scripts.ts'
import { formRoutes } from './http/forms.ts'
import { healthRoutes } from './http/health.ts'
import { keyRoutes } from './http/keys.ts'
import { campaignRoutes, linkRoutes } from './http/links/routes.ts'
import { kitRoutes } from './http/kit/routes.ts'
import { maySendRoutes } from './http/may-send.ts'
import { logRoutes } from './http/log.ts'
import { messageRoutes } from './http/messages.ts'
import { metricsRoutes } from './http/metrics.ts'
import { numberingRoutes } from './http/numberings.ts'
import { openApiRoutes } from './http/openapi/routes.ts'
import { optInRoutes } from './http/opt-ins.ts'
import { optOutRoutes } from './http/opt-outs.ts'
import { pageRoutes } from './http/pages/routes.ts'
import { peopleRoutes } from './http/people.ts'
import { refuse } from './http/problems.ts'
import { isStreamed, limitBodyTime, limitHeaders } from './http/request-limits.ts'
import { limitKeys } from './http/rate-limits.ts'
import { importRoutes } from './http/imports/routes.ts'
import { holdRoutes, qualityRoutes } from './http/quality.ts'
import { secureHeaders } from './http/answer-headers.ts'
import { scriptRoutes } from './http/scripts.ts'
import { templateRoutes } from './http/templates.ts'
import { webhookRoutes } from './http/webhooks.ts'

const DAY_IN_SECONDS = 86_400

const BATCH = '/v1/may-send/batch'
const IMPORTS = '/v1/imports'

/** What pages of other sites call. Who may is checked where they act; no cookie is ever involved. */
const PUBLIC = ['/v1/forms/*', '/v1/numberings/*', '/v1/opt-ins', '/v1/opt-ins/*', '/v1/opt-outs']

const usualLimit = limitTo(1)

/** The whole service over HTTP. */
export const createApp = (deps: HttpDeps) => {
  const app = new Hono<Bindings>()
  const scripts = formScripts(deps)
  app.use(tellAnswered(deps))
  // A page sets its own policies: who may show it in a frame, and that its forms say where they come from.
  app.use(secureHeaders)
  app.use(limitHeaders)
  app.use(limitBodyTime(deps.bodyWithin))
  // Providers send more, each as much as it says.
  app.use((c, next) =>
    c.req.path.startsWith('/webhooks/') || isStreamed(c.req) ? next() : usualLimit(c, next),
  )
  // Browsers ask for the later files as modules, which another origin must allow.
  app.use('/w/*', cors())
  for (const path of PUBLIC) {
    app.use(
      path,
      cors({
        origin: '*',
        allowMethods: ['GET', 'POST'],
        allowHeaders: ['Content-Type', 'Quiero-Watch', 'Last-Event-ID'],
        exposeHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After'],
        maxAge: DAY_IN_SECONDS,
      }),
    )
  }
  app.use('/v1/*', limitKeys(deps))
  app.notFound((c) => refuse(c, problem('not-found')))
  app.onError((error, c) => {
    deps.report(`${c.req.method} ${c.req.routePath}`, error, requestIdOf(c.req))
    return refuse(c, problem(deps.isUnavailable?.(error) ? 'unavailable' : 'internal'))
  })
  return app
    .route('/', healthRoutes(deps))
    .route('/', openApiRoutes(deps))
    .route('/metrics', metricsRoutes(deps))
    .route('/', scriptRoutes(deps, scripts))
    .route('/', pageRoutes(deps))
    .route('/v1/forms', formRoutes(deps))
    .route('/v1/numberings', numberingRoutes(deps))
    .route('/v1/opt-ins', optInRoutes(deps))
    .route('/v1/opt-outs', optOutRoutes(deps))
    .route(BATCH, batchRoutes(deps))
    .route('/v1/may-send', maySendRoutes(deps))
    .route('/v1/messages', messageRoutes(deps))
    .route('/v1/people', peopleRoutes(deps))
    .route('/v1/events', eventRoutes(deps))
    .route('/v1/log', logRoutes(deps))
    .route('/v1/exports', exportRoutes(deps))
    .route(IMPORTS, importRoutes(deps))
    .route('/v1/links', linkRoutes(deps))
    .route('/v1/campaigns', campaignRoutes(deps))
    .route('/v1/webhooks', companyWebhookRoutes(deps))
    .route('/v1/company', companyRoutes(deps, scripts))
    .route('/v1/keys', keyRoutes(deps))
    .route('/v1/quality', qualityRoutes(deps))
    .route('/v1/holds', holdRoutes(deps))
    .route('/v1/templates', templateRoutes(deps))
    .route('/v1/kit', kitRoutes(deps))
    .route('/webhooks', webhookRoutes(deps))
}
