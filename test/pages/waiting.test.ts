import { createServer, request as askServer } from 'node:http'
import type { Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { freePort } from '../story/free-ports.ts'
import type { QuieroApi } from '../../widget/install.ts'
import { pageVisits } from './world.ts'

const proxyPort = await freePort()
const PROXY = `http://127.0.0.1:${proxyPort}`
const { url, visit } = pageVisits({}, [PROXY])

const FORM = '/f/frm_demo'
const POLLS = /\/v1\/opt-ins\/opt_[^/]+$/u
const STREAMS = /\/v1\/opt-ins\/opt_[^/]+\/events$/u

const TEXTS = FORM_TEXTS.es

/** How a page is waited on: what stands in the way, and by whose clock. */
type Way = { readonly at?: string; readonly before?: (page: Page) => Promise<unknown> }

/** Somebody who has handed in the form and is asked for the message. Gives back what was asked for meanwhile. */
const waits = async ({ at = url(), ...visiting }: Way = {}) => {
  const asked: Request[] = []
  const page = await visit('', { javaScriptEnabled: true, ...visiting })
  page.on('request', (request) => {
    if (POLLS.test(request.url()) || STREAMS.test(request.url())) asked.push(request)
  })
  const over = new Set<Request>()
  page.on('requestfailed', (request) => over.add(request))
  page.on('requestfinished', (request) => over.add(request))
  await page.goto(at + FORM)
  const form = page.locator('.quiero')
  await form.getByRole('checkbox').last().check()
  await form.locator('#phone').fill('5512345678')
  await form.locator('[type=submit]').click()
  await form.getByRole('heading', { name: TEXTS.continue }).waitFor()
  return { page, form, asked, over }
}

type Waiting = Awaited<ReturnType<typeof waits>>

/** The message of the link comes in. */
const sends = async ({ form }: Waiting) => {
  const link = await form.locator('#link').getAttribute('href')
  const answer = await fetch(`${url()}/v1/messages`, {
    method: 'POST',
    headers: { Authorization: 'Bearer qk_demo', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      sender: 'main',
      from: { phone: '+5215512345678' },
      text: new URL(link ?? '').searchParams.get('text'),
      at: new Date().toISOString(),
      id: crypto.randomUUID(),
    }),
  })
  expect(answer.status).toBe(200)
}

const confirmed = ({ form }: Waiting) =>
  form.getByRole('heading', { name: 'Quedó confirmado' }).waitFor()

const kinds = ({ asked }: Waiting) =>
  asked.map((request) => (STREAMS.test(request.url()) ? 'stream' : 'poll'))

const firstRequest = async (here: Waiting) => {
  await expect.poll(() => kinds(here).length, { timeout: 10_000 }).toBeGreaterThan(0)
}

/** Waits until a request is at its end: told in full, or dropped by the page. */
const isOver = async ({ over }: Waiting, request: Request | undefined) => {
  await expect.poll(() => request !== undefined && over.has(request)).toBe(true)
}

/** Sees that the first request has an answer which goes on. */
const isOpen = async (here: Waiting) => {
  await here.asked[0]?.response()
  expect(here.over.has(here.asked[0] as Request)).toBe(false)
}

const look = ({ page }: Waiting, hidden: boolean) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

/** A proxy before the server. What it does with a stream's answer is what is tried. */
const behindProxy = async (
  treats: 'holds back' | 'cuts',
  work: (here: Waiting) => Promise<void>,
) => {
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url: path = '' } = incoming
    const onward = askServer(url() + path, { method, headers }, (answer) => {
      const isStream = STREAMS.test(path)
      if (isStream && treats === 'cuts') return void outgoing.destroy()
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      outgoing.flushHeaders()
      if (!isStream) return void answer.pipe(outgoing)
      const held: unknown[] = []
      answer.on('data', (chunk) => held.push(chunk))
      return answer.on('end', () => outgoing.end(held.join('')))
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => void proxy.listen(proxyPort, '127.0.0.1', resolve))
  try {
    await work(await waits({ at: PROXY }))
  } finally {
    proxy.closeAllConnections()
    await new Promise((resolve) => void proxy.close(resolve))
  }
}

test('the stream tells the moment it happens: one request, and no question is asked', async () => {
  const here = await waits({ before: (page) => page.route(POLLS, (route) => route.abort()) })
  await firstRequest(here)
  await here.page.waitForTimeout(3000)
  await sends(here)
  await confirmed(here)
  expect(kinds(here)).toEqual(['stream'])
  expect(here.asked[0]?.headers()['quiero-watch']).toMatch(/^demo\./u)
})

test('where the stream is cut the questions go on', async () => {
  await behindProxy('cuts', async (here) => {
    await expect.poll(() => kinds(here), { timeout: 10_000 }).toContain('poll')
    await sends(here)
    await confirmed(here)
  })
})

test('where it is held back the form asks, and tries no stream again', async () => {
  await behindProxy('holds back', async (here) => {
    await expect.poll(() => kinds(here), { timeout: 12_000 }).toEqual(['stream', 'poll', 'poll'])
    await isOver(here, here.asked[0])
    await sends(here)
    await confirmed(here)
    expect(kinds(here).filter((kind) => kind === 'stream')).toHaveLength(1)
  })
})

test('where it falls silent in its middle the form asks', async () => {
  const here = await waits({
    before: async (page) => {
      await page.clock.install()
      await page.addInitScript(() => {
        const before = window.fetch
        window.fetch = async (...asked) => {
          if (typeof asked[0] !== 'string' || !asked[0].endsWith('/events')) return before(...asked)
          const first = 'event: state\ndata: {"status":"pending"}\n\n'
          return new Response(
            new ReadableStream({
              start: (stream) => stream.enqueue(new TextEncoder().encode(first)),
            }),
          )
        }
      })
    },
  })
  await here.page.clock.fastForward(2000)
  await here.page.waitForTimeout(300)
  await here.page.clock.fastForward(14_000)
  await here.page.waitForTimeout(300)
  expect(kinds(here)).toEqual([])
  await sends(here)
  await here.page.clock.fastForward(7000)
  await confirmed(here)
  expect(kinds(here)).toEqual(['poll'])
})

test.each([
  ['knows no streams', 'window.fetch = async (...asked) => ({ status: 200, ok: true })'],
  ['fails', 'window.fetch = () => { throw new Error("blocked") }'],
])('a browser whose fetch %s for it asks', async (_, fetching) => {
  const here = await waits({
    before: (page) =>
      page.addInitScript(`{
        const before = window.fetch, other = (() => { const window = {}; ${fetching}; return window.fetch })()
        window.fetch = (...asked) => (String(asked[0]).endsWith('/events') ? other : before)(...asked)
        Object.freeze(window.fetch)
      }`),
  })
  await sends(here)
  await confirmed(here)
  expect(new Set(kinds(here))).toEqual(new Set(['poll']))
})

test('nobody looks: the stream is dropped; somebody does: it is asked at once, and once', async () => {
  const here = await waits()
  await firstRequest(here)
  await isOpen(here)
  await look(here, true)
  await isOver(here, here.asked[0])
  await sends(here)
  await here.page.waitForTimeout(2500)
  expect(kinds(here)).toEqual(['stream'])
  await look(here, false)
  await here.page.waitForRequest(STREAMS, { timeout: 500 }).catch(() => null)
  await confirmed(here)
  expect(kinds(here)).toEqual(['stream', 'stream'])
})

test('when the network is back it is asked anew: what was open over the old one may be dead', async () => {
  const here = await waits()
  await firstRequest(here)
  await isOpen(here)
  await here.page.evaluate(() => dispatchEvent(new Event('online')))
  await isOver(here, here.asked[0])
  await sends(here)
  await confirmed(here)
  expect(kinds(here)).toEqual(['stream', 'stream'])
})

test('who leaves the screen leaves no stream behind', async () => {
  const here = await waits()
  await firstRequest(here)
  await isOpen(here)
  await here.page.context().route('https://wa.me/**', (route) => route.fulfill({ status: 204 }))
  await here.form.locator('#link').click()
  await here.form.getByRole('button', { name: TEXTS.back }).click()
  await here.form.locator('#phone').waitFor()
  await isOver(here, here.asked[0])
  await here.page.waitForTimeout(2000)
  expect(kinds(here)).toEqual(['stream'])
})

test('a form that is taken away while it waits leaves no stream behind', async () => {
  const here = await waits()
  await firstRequest(here)
  await isOpen(here)
  await here.page.evaluate(() => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    const place = document.querySelector<HTMLElement>('[data-quiero]')
    // Who asks for a form that is there already is given what takes it away.
    if (place && quiero) quiero.mount(place)()
  })
  await isOver(here, here.asked[0])
  expect(kinds(here)).toEqual(['stream'])
})

test('a form that the page drops without a word leaves no stream behind, and put back it follows again', async () => {
  const here = await waits()
  await firstRequest(here)
  await isOpen(here)
  await here.page.evaluate(() => {
    const place = document.querySelector('[data-quiero]')
    Object.assign(window, { around: place?.parentElement, place })
    place?.remove()
  })
  await isOver(here, here.asked[0])
  await here.page.waitForTimeout(2500)
  expect(kinds(here)).toEqual(['stream'])
  await here.page.evaluate(() => {
    const { around, place } = window as { around?: Element; place?: Element }
    if (place) around?.append(place)
  })
  await expect.poll(() => kinds(here)).toEqual(['stream', 'stream'])
  await sends(here)
  await confirmed(here)
  expect(kinds(here)).toEqual(['stream', 'stream'])
})
