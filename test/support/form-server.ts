import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import metadata from 'libphonenumber-js/max/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import * as v from 'valibot'
import type { Company } from '../../consent/company.ts'
import { allSecrets } from '../../consent/provider.ts'
import { CompanyDocument } from '../../contract/company.ts'
import { isProblem } from '../../server/actions/problem.ts'
import { createCompany } from '../../server/actions/put-company.ts'
import { createApp } from '../../server/app.ts'
import { INBOUND } from '../../server/inbound/providers.ts'
import { webhookPoster } from '../../server/outbound/webhook.ts'
import { workOf } from '../../server/prove-work.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { readWidgetFiles } from '../../server/widget-file.ts'

/** The form of a shop that sells all over Latin America. */
export const NINE_COUNTRIES = 'frm_nine'

/** The server's app over a SQLite file of its own, with the widget as it was built, and pages to show it on. */
export type FormServer = {
  readonly url: string
  /** What a browser that takes Brotli is sent, byte for byte. */
  sent(path: string): Promise<Uint8Array>
  /** Puts a page on the server, and tells its address. */
  page(html: string): string
  close(): Promise<void>
}

// A form's script holds a token of the key and the time: with both fixed, its size is too.
const NOW = Date.UTC(2026, 10, 18)
const KEY = new Uint8Array(32).fill(7)

/** Starts the server on a free port of this machine. */
export const openFormServer = async (): Promise<FormServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'quiero-form-'))
  const memory = await openMemory({ url: join(folder, 'quiero.db'), key: KEY, now: () => NOW })
  const deps = {
    ...memory,
    work: workOf(memory.sealer, () => NOW),
    now: () => NOW,
    isDemo: false,
    phones: { metadata, examples },
    dialects: INBOUND,
    logs: {},
    postWebhook: webhookPoster({ mayBePrivate: true }),
    speakers: {},
    publicUrl: 'https://quiero.example',
    chatLink: (phone: string, draft: string) =>
      `https://wa.me/${phone.slice(1)}?text=${encodeURIComponent(draft)}`,
    secretOf: () => null,
    report: (where: string, error: unknown) => {
      throw new Error(where, { cause: error })
    },
  }
  const document = nineCountries()
  const put = await createCompany(deps, document, document, secretsIn(document))
  if (isProblem(put)) throw new Error(`refused: ${JSON.stringify(put)}`)
  const widget = readWidgetFiles('dist')
  const pages: string[] = []
  const app = new Hono()
    .get('/pages/:at', (c) => c.html(pages[Number(c.req.param('at'))] ?? ''))
    .route('/', createApp({ ...deps, widget }))
  const { server, url } = await listen(app)
  return {
    url,
    sent: async (path) => {
      const answer = await app.request(path, { headers: { 'accept-encoding': 'br' } })
      const isPacked = answer.status === 200 && answer.headers.get('content-encoding') === 'br'
      if (!isPacked) throw new Error(`${path} was answered with ${answer.status}, or not packed`)
      return new Uint8Array(await answer.arrayBuffer())
    },
    page: (html) => `${url}/pages/${pages.push(html) - 1}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await deps.memory.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The demo's company with that form, and with an SMS number and a mailbox beside its chat. */
const nineCountries = () => {
  const text = readFileSync(new URL('../../demo/company.json', import.meta.url), 'utf8')
  const company = v.parse(CompanyDocument, JSON.parse(text))
  // The nine with the most people.
  const countries = ['BR', 'MX', 'CO', 'AR', 'PE', 'VE', 'CL', 'GT', 'EC']
  return v.parse(CompanyDocument, {
    ...company,
    doors: [
      { id: 'sms', kind: 'twilio-sms', phone: '+5511912345679' },
      { id: 'mail', kind: 'postmark', address: 'quiero@cafe-aurora.example' },
    ],
    keywords: [{ word: '#want', form: NINE_COUNTRIES }],
    forms: company.forms.map((form) => ({
      ...form,
      id: NINE_COUNTRIES,
      origins: ['https://shop.example'],
      countries,
    })),
  })
}

const secretsIn = ({ senders }: Company): readonly string[] =>
  senders.flatMap(({ provider }) =>
    provider ? Object.values(allSecrets(provider)).map(({ env }) => env) : [],
  )

const listen = (app: Hono) =>
  new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
