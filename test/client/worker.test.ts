import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type HostileServer, type Manner, says, startHostileServer, YES } from './hostile-server.ts'

const CLIENT = readFileSync(new URL('../../dist/client/quiero.js', import.meta.url), 'utf8')
const SECRET = `whsec_${Buffer.from('of the crm'.padEnd(32, '.')).toString('base64')}`
const BODY = '{"type":"webhook.test"}'
const AT = new Date()
const SIGNED = {
  'webhook-id': 'evt_1',
  'webhook-timestamp': String(Math.floor(AT.getTime() / 1000)),
  'webhook-signature': new Webhook(SECRET).sign('evt_1', AT, BODY),
}

const WORKER = `
import { Quiero, verifyWebhook } from '/quiero.js'
const question = { person: { phone: '+525512345678' }, sender: 'main', category: 'offers' }
const run = async () => {
  const quiero = new Quiero({ url: location.origin, key: 'qk_test' })
  const said = [(await quiero.maySend(question)).allow]
  for await (const { answer } of quiero.maySendEach([question, question])) said.push(answer.allow)
  for await (const { event, cursor } of quiero.events()) {
    said.push(event.position, cursor)
    break
  }
  said.push((await quiero.optOut({ person: question.person })).event)
  said.push((await verifyWebhook('${BODY}', ${JSON.stringify(SIGNED)}, '${SECRET}')).type)
  const gone = new Quiero({ url: location.origin + '/elsewhere', key: 'qk_test' })
  said.push((await gone.maySend(question)).allow)
  return said
}
run().then(postMessage, (error) => postMessage(String(error)))
`

const yes = JSON.stringify(YES)

const ADDRESSES: Readonly<Record<string, Manner>> = {
  '/': says('<!doctype html>', 200, 'text/html'),
  '/quiero.js': says(CLIENT, 200, 'text/javascript'),
  '/worker.js': says(WORKER, 200, 'text/javascript'),
  '/v1/may-send': says(yes),
  '/v1/may-send/batch': says(`${yes}\n`.repeat(2), 200, 'application/x-ndjson'),
  '/v1/events': says('id: c1\ndata: {"position":1}\n\n', 200, 'text/event-stream'),
  '/v1/opt-outs': says(JSON.stringify({ event: 'evt_1', personId: 'per_1' }), 201),
  '/elsewhere/v1/may-send': says('', 307, 'text/plain', { location: '/v1/may-send' }),
}

let server: HostileServer
let browser: Browser
beforeAll(async () => {
  server = await startHostileServer()
  server.manners = [
    (response, seen, socket) => (ADDRESSES[seen.url] ?? says('', 404))(response, seen, socket),
  ]
  browser = await launchBrowser()
})
afterAll(() => Promise.all([browser.close(), server.close()]))

test('the built client runs in a worker, where nothing of Node’s is', async () => {
  const page = await browser.newPage()
  await page.goto(server.url)
  const said = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker('/worker.js', { type: 'module' })
        worker.addEventListener('message', ({ data }) => resolve(data))
        worker.addEventListener('error', ({ message }) => resolve(message))
      }),
  )
  expect(said).toEqual([true, true, true, 1, 'c1', 'evt_1', 'webhook.test', false])
})
