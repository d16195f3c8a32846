import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { FormView } from '../../contract/form-view.ts'
import type { FormHandedIn, OptInState } from '../../contract/opt-in.ts'

/** A request that the widget made. */
export type Seen = {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
  readonly watch: string | undefined
}

/** What the stub answers next to a request, by method and path; null: the connection is cut. */
export type Answers = {
  [request: string]: { readonly status: number; readonly body: unknown } | null | undefined
}

export const HANDED_IN: FormHandedIn = {
  id: 'opt_1',
  status: 'pending',
  code: 'K7Q2MXA',
  links: {
    whatsapp: `https://wa.me/5511912345678?text=${encodeURIComponent('#want K7Q2MXA Sí, quiero pedidos de Café Aurora por WhatsApp')}`,
  },
  watch: 'aurora.watch',
  expiresAt: '2030-01-01T00:00:00.000Z',
}

/** A form that is confirmed, for the next question of the waiting screen. */
export const CONFIRMED: OptInState = {
  status: 'confirmed',
  at: '2030-01-01T00:00:00.000Z',
  from: '+52 ··· ··· 5678',
  categories: ['orders', 'offers'],
}

/** A server that plays Quiero's for the widget's own looks and behaviour, and keeps what it was asked. */
export type Stub = {
  readonly origin: string
  readonly seen: Seen[]
  answers: Answers
  page: string
  /** What a frame in the page shows. */
  framed: string
  views: readonly FormView[]
  headers: { readonly [name: string]: string }
  /** The files of the widget that were asked for, and those that are not to be had. */
  readonly files: string[]
  missing: readonly string[]
  readonly close: () => Promise<void>
}

/** Any page may ask, as it may ask Quiero's server; also one that has no origin. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
} as const

const ALLOWED = { status: 200, body: {} } as const

const SCRIPT = '<script src="/f/frm_test.js"></script>'

/** A page in one language with the form in its middle. */
export const pageIn = (
  language: string,
  inside = '<div data-quiero="frm_test"></div>',
  script = SCRIPT,
): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Café Aurora</title>
  <link rel="icon" href="data:,"></head>
  <body><main><h1>Café Aurora</h1>${inside}</main>${script}</body></html>`

/** What a server answers that has nothing to refuse. */
export const freshAnswers = (): Answers => ({
  'POST /v1/opt-ins': { status: 201, body: HANDED_IN },
  'POST /v1/opt-outs': { status: 200, body: { status: 'stopped' } },
  'GET /v1/opt-ins/opt_1': { status: 200, body: { status: 'pending' } },
})

const file = (name: string): string => readFileSync(`dist/${name}`, 'utf8')

/** Starts the stub on a free port. */
export const startStub = async (views: readonly FormView[]): Promise<Stub> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://stub').pathname
    const page = pageAt(path)
    if (page !== null) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...stub.headers })
      return response.end(page)
    }
    if (path.endsWith('.js')) {
      const name = path.startsWith('/f/') ? 'first.js' : (path.split('/').pop() ?? '')
      stub.files.push(name)
      const isThere = !stub.missing.includes(name)
      const type = { 'content-type': 'text/javascript; charset=utf-8' }
      response.writeHead(isThere ? 200 : 404, { ...type, ...OPEN })
      if (!isThere) return response.end()
      const shown = { ...stub.views[0], laterTexts: null }
      const start = `\n;Quiero.start(${JSON.stringify(shown)},"/w/1/")`
      return response.end(file(name) + (path.startsWith('/f/') ? start : ''))
    }
    const asked = request.method === 'OPTIONS' ? Promise.resolve(ALLOWED) : answer(request, path)
    return void asked.then((reply) => {
      if (reply === null) return request.socket.destroy()
      response.writeHead(reply.status, { ...OPEN, 'content-type': 'application/json' })
      return response.end(JSON.stringify(reply.body))
    })
  })

  const pageAt = (path: string): string | null =>
    path === '/' ? stub.page : path === '/frame' ? stub.framed : null

  const answer = async (request: IncomingMessage, path: string) => {
    const method = request.method ?? ''
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    stub.seen.push({ method, path, body, watch: request.headers['quiero-watch']?.toString() })
    const [, , , form] = path.split('/')
    const language = new URL(request.url ?? '/', 'http://stub').searchParams.get('language')
    const spoken = stub.views.filter((each) => each.form === form)
    const view =
      path.startsWith('/v1/forms/') &&
      (spoken.find((each) => language?.startsWith(each.language)) ?? spoken[0])
    if (view) return { status: 200, body: view }
    const reply = stub.answers[`${method} ${path}`]
    return reply === undefined ? { status: 404, body: { code: 'not-found' } } : reply
  }

  const port = await listen(server)
  const stub: Stub = {
    origin: `http://localhost:${port}`,
    seen: [],
    answers: freshAnswers(),
    page: pageIn('es'),
    framed: '',
    views,
    headers: {},
    files: [],
    missing: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return stub
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
