import type { Scope } from '../../server/ports.ts'

/** What somebody may know of another company's people and settings: ids that were seen, guessed or bought. */
export type Prey = {
  readonly company: string
  readonly sender: string
  readonly form: string
  readonly person: string
  readonly event: string
  readonly phone: string
  readonly optIn: string
  readonly code: string
  readonly attempt: string
  readonly noticeToken: string
  readonly hold: string
  readonly key: string
  readonly import: string
}

/** One address of the service: who may come to it, and what a thief would send there. */
export type Door = {
  /** As the app names it. */
  readonly route: string
  /** `public`: it needs no key. A page comes to some that a key opens too. */
  readonly opens: Scope | 'public'
  readonly forPages?: boolean
  /** Bodies that name what is another's; a form's fields as text. Left out: it takes none. */
  readonly bodies?: (prey: Prey) => readonly unknown[]
  /** Whether it tells numbers in full: then those too that a thief has brought in elsewhere. */
  readonly tellsNumbers?: boolean
}

const fields = (all: Readonly<Record<string, string>>): string =>
  new URLSearchParams(all).toString()

/** A number that is nobody's yet. */
const MINE = '+525598765432'

/** Every address of the service. A new one takes its place here: the tests that walk them fail until it does. */
export const DOORS: readonly Door[] = [
  { route: 'GET /healthz', opens: 'public' },
  { route: 'GET /openapi.json', opens: 'public' },
  { route: 'GET /docs', opens: 'public' },
  { route: 'GET /f/:file{frm_[a-z0-9_-]+\\.js}', opens: 'public' },
  { route: 'GET /w/:version/:file{[a-z]+\\.js}', opens: 'public' },
  { route: 'GET /f/:form/stop', opens: 'public' },
  {
    route: 'POST /f/:form/stop',
    opens: 'public',
    bodies: () => [fields({ phone: MINE, country: 'MX' })],
  },
  { route: 'GET /f/:form', opens: 'public' },
  {
    route: 'POST /f/:form',
    opens: 'public',
    bodies: ({ noticeToken, attempt }) => [
      fields({
        noticeToken,
        attempt,
        phone: MINE,
        country: 'MX',
        categories: 'offers',
        answer: 'yes',
      }),
    ],
  },
  {
    route: 'POST /f/:form/status',
    opens: 'public',
    bodies: ({ optIn, code }) => [fields({ id: optIn, watch: code }), fields({ id: optIn })],
  },
  { route: 'GET /l/:token', opens: 'public' },
  {
    route: 'POST /l/:token',
    opens: 'public',
    bodies: ({ noticeToken }) => [
      fields({ 'List-Unsubscribe': 'One-Click' }),
      fields({ answer: 'no' }),
      fields({ answer: 'yes', noticeToken, categories: 'offers', phone: MINE, country: 'MX' }),
    ],
  },
  { route: 'GET /n/:company/:sender', opens: 'public' },
  {
    route: 'POST /n/:company/:sender',
    opens: 'public',
    bodies: () => [fields({ number: MINE })],
  },
  { route: 'GET /v1/forms/:form', opens: 'public' },
  { route: 'GET /v1/numberings/:country{[A-Z]{2}}', opens: 'public' },
  {
    route: 'POST /v1/opt-ins',
    opens: 'opt-ins',
    forPages: true,
    bodies: ({ form, phone, attempt, noticeToken, event }) => [
      { form, phone, categories: ['offers'], evidence: { order: '1' } },
      { form: 'frm_other', phone, categories: ['offers'], evidence: { order: '1' }, noticeToken },
      { form: 'frm_other', phone, categories: ['offers'], evidence: { order: '1' }, id: attempt },
      { form: 'frm_other', phone, categories: ['offers'], evidence: { order: '1' }, id: event },
      { form, noticeToken, attempt, phone: MINE, categories: 'offers', language: 'es' },
      { form: 'frm_other', noticeToken, attempt, phone, categories: 'offers', language: 'es' },
    ],
  },
  { route: 'GET /v1/opt-ins/:id', opens: 'public' },
  { route: 'GET /v1/opt-ins/:id/events', opens: 'public' },
  {
    route: 'POST /v1/opt-outs',
    opens: 'opt-outs',
    forPages: true,
    bodies: ({ phone, sender, event, attempt }) => [
      { person: { phone } },
      { person: { phone }, sender },
      { person: { phone }, id: event },
      { person: { phone }, id: attempt, categories: ['offers'] },
    ],
  },
  {
    route: 'POST /v1/may-send',
    opens: 'may-send',
    bodies: ({ phone, sender }) => [
      { person: { phone }, sender, category: 'offers' },
      { person: { phone }, sender, category: 'orders' },
      { person: { bsuid: `MX.7${phone.slice(1)}` }, sender, category: 'offers' },
    ],
  },
  {
    route: 'POST /v1/may-send/batch',
    opens: 'may-send',
    bodies: ({ phone, sender }) => [
      JSON.stringify({ person: { phone }, sender, category: 'offers' }),
    ],
  },
  {
    route: 'POST /v1/messages',
    opens: 'messages',
    bodies: ({ phone, sender, code, attempt }) => [
      { sender, from: { phone }, text: `#want ${code}`, id: 'a message' },
      { sender, from: { phone }, text: 'hola', id: attempt },
    ],
  },
  {
    route: 'POST /v1/people/find',
    opens: 'people',
    bodies: ({ phone, person }) => [
      { person: { phone } },
      { person: { external: person } },
      { person: { bsuid: `MX.7${phone.slice(1)}` } },
    ],
  },
  { route: 'GET /v1/people/:id', opens: 'people' },
  { route: 'DELETE /v1/people/:id', opens: 'erasure' },
  {
    route: 'POST /v1/people/:id/settle',
    opens: 'people',
    bodies: ({ person }) => [{}, { sameAs: person }],
  },
  { route: 'GET /v1/people/:id/events', opens: 'people' },
  { route: 'GET /v1/people/:id/proof', opens: 'people' },
  { route: 'GET /v1/company', opens: 'company' },
  {
    route: 'PUT /v1/company',
    opens: 'company',
    bodies: ({ company, form }) => [{ id: company }, { id: 'other', forms: [{ id: form }] }],
  },
  { route: 'GET /v1/keys', opens: 'keys' },
  {
    route: 'POST /v1/keys',
    opens: 'keys',
    bodies: ({ key }) => [{ name: key, scopes: ['people'], company: 'demo' }],
  },
  { route: 'DELETE /v1/keys/:id', opens: 'keys' },
  { route: 'POST /v1/keys/:id/rotate', opens: 'keys', bodies: () => [{ oldEndsInSeconds: 0 }] },
  { route: 'GET /readyz', opens: 'public' },
  { route: 'GET /metrics', opens: 'public' },
  { route: 'GET /v1/events', opens: 'events' },
  { route: 'GET /v1/log', opens: 'events' },
  { route: 'GET /v1/log/checkpoints', opens: 'events' },
  { route: 'GET /v1/log/consistency', opens: 'events' },
  { route: 'GET /v1/exports/people', opens: 'exports', tellsNumbers: true },
  { route: 'GET /v1/exports/events', opens: 'exports' },
  { route: 'GET /v1/exports/consent-records', opens: 'exports' },
  {
    route: 'POST /v1/imports',
    opens: 'imports',
    bodies: ({ phone }) => [JSON.stringify({ person: { phone }, answer: 'no' })],
  },
  {
    route: 'POST /v1/links',
    opens: 'links',
    bodies: ({ form, phone, person }) => [
      { form, person: { phone }, channel: 'sms' },
      { form: 'frm_other', person: { phone }, channel: 'sms', campaign: 'spring' },
      { form: 'frm_other', person: { external: person }, channel: 'sms' },
    ],
  },
  { route: 'GET /v1/campaigns/:name', opens: 'links' },
  { route: 'GET /v1/imports', opens: 'imports' },
  { route: 'GET /v1/imports/:id', opens: 'imports' },
  { route: 'GET /v1/imports/:id/refused', opens: 'imports' },
  { route: 'GET /v1/webhooks', opens: 'company' },
  { route: 'GET /v1/webhooks/:id/dead', opens: 'company' },
  {
    route: 'POST /v1/webhooks/:id/replay',
    opens: 'company',
    bodies: ({ event }) => [{}, { event }],
  },
  { route: 'POST /v1/webhooks/:id/test', opens: 'company', bodies: () => [undefined] },
  { route: 'GET /v1/quality', opens: 'company' },
  { route: 'GET /v1/holds', opens: 'company' },
  { route: 'POST /v1/holds/:id/lift', opens: 'company', bodies: () => [undefined] },
  { route: 'POST /v1/templates/check', opens: 'company', bodies: () => [{}] },
  { route: 'GET /v1/templates/examples', opens: 'company' },
  { route: 'GET /v1/kit/:sender', opens: 'company' },
  { route: 'GET /v1/kit/:sender/:file', opens: 'company' },
  { route: 'GET /webhooks/:provider/:company/:place/:token?', opens: 'public' },
  {
    route: 'POST /webhooks/:provider/:company/:place/:token?',
    opens: 'public',
    bodies: () => ['{"object":"whatsapp_business_account","entry":[]}'],
  },
]

/** The method of a door, and its address with each of its parameters as given. */
export const addressOf = (
  { route }: Door,
  fill: (name: string) => string,
): { readonly method: string; readonly path: string } => {
  const [method = '', pattern = ''] = route.split(' ')
  // A parameter's own pattern has braces of its own at most once.
  const path = pattern.replace(/:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?\??/gu, (_, name: string) =>
    fill(name),
  )
  return { method, path }
}
