import axe from 'axe-core'
import { beforeAll, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { pageVisits } from './world.ts'

const { url, visit, faults } = pageVisits()

const FORM = '/f/frm_demo'

const ask = async (path: string, body: object, headers = {}): Promise<Response> =>
  fetch(url() + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const maySend = async (phone: string): Promise<string> => {
  const question = { person: { phone }, sender: 'main', category: 'offers' }
  const answer = await ask('/v1/may-send', question, { authorization: 'Bearer qk_demo' })
  return ((await answer.json()) as { reason: string }).reason
}

beforeAll(async () => {
  const statuses = []
  for (let n = 0; n < 22; n += 1) {
    const person = { phone: `+5255130000${n + 10}` }
    const headers = { origin: 'https://shop.example' }
    statuses.push((await ask('/v1/opt-outs', { form: 'frm_demo', person }, headers)).status)
  }
  if (statuses.at(-1) !== 429) throw new Error('there is no burst')
})

test('in a burst the page works it out by itself and stops', async () => {
  const page = await visit(`${FORM}/stop`, { javaScriptEnabled: true })
  await page.locator('#phone').fill('+525513009001')
  await page.locator('form button').click()
  await page.getByText('ya no le escribirá a ese número').waitFor()
  expect(await maySend('+525513009001')).toBe('blocked')
  expect(page.url()).not.toContain('5513009001')
  expect(faults).toEqual([])
})

test('without scripts it says how to stop in the chat, and nothing axe knows is wrong with it', async () => {
  const page = await visit(`${FORM}/stop`, {
    javaScriptEnabled: true,
    viewport: { width: 320, height: 640 },
    before: (before) => before.route('**/work.js', (route) => route.abort()),
  })
  await page.locator('#phone').fill('+525513009002')
  await page.locator('form button').click()
  await page.getByRole('heading', { name: PAGE_TEXTS.es.working }).waitFor()
  const chat = page.getByRole('link', { name: FORM_TEXTS.es.openWhatsApp })
  expect(await chat.getAttribute('href')).toContain('?text=SALIR')
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)')
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  expect(await maySend('+525513009002')).toBe('never_asked')
})

test('in a burst the widget works it out by itself and stops', async () => {
  const page = await visit(FORM, { javaScriptEnabled: true })
  const form = page.locator('.quiero')
  await form.locator('#phone').waitFor()
  await form
    .getByRole('button', { name: FORM_TEXTS.es.stop.replace('{company}', 'Café Aurora') })
    .click()
  await form.getByText('Escribe tu número').waitFor()
  await form.locator('#phone').fill('+525513009003')
  await form.getByRole('button', { name: FORM_TEXTS.es.stopNow }).click()
  await form.getByRole('heading', { name: /ya no/u }).waitFor()
  expect(await maySend('+525513009003')).toBe('blocked')
  expect(faults).toEqual([])
})
