import { expect, test } from 'vitest'
import { CONFIRMED, pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const EARS = `<script>
  window.told = []
  window.tags = []
  for (const type of ['shown', 'submitted', 'confirmed', 'refused', 'stopped'])
    addEventListener('quiero:' + type, ({ target, detail }) =>
      told.push([type, target.id, JSON.stringify(detail)]))
</script><div id="here" data-quiero="frm_test" data-layer="tags"></div>`

const told = ({ page }: Visit) =>
  page.evaluate(() => (window as unknown as { told: unknown[] }).told)

test('the page is told what has happened, and nothing of the person', async () => {
  stub().page = pageIn('es', EARS)
  stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Quedó confirmado')
  expect(await told(here)).toEqual([
    ['shown', 'here', '{"form":"frm_test"}'],
    ['submitted', 'here', '{"categories":["offers"],"form":"frm_test"}'],
    ['confirmed', 'here', '{"categories":["orders","offers"],"form":"frm_test"}'],
  ])
  const tags = await here.page.evaluate(() => (window as unknown as { tags: unknown[] }).tags)
  expect(tags).toEqual([
    { event: 'quiero_shown', form: 'frm_test' },
    { event: 'quiero_submitted', form: 'frm_test', categories: ['offers'] },
    { event: 'quiero_confirmed', form: 'frm_test', categories: ['orders', 'offers'] },
  ])
})

test('a no and a stop are told too', async () => {
  stub().page = pageIn('es', EARS)
  const here = await visit()
  await here.form.getByRole('button', { name: 'No, gracias' }).click()
  await heading(here, 'Entendido')
  await here.form.getByRole('button', { name: 'Dejar de recibir mensajes' }).click()
  await heading(here, 'Dejar de recibir')
  await here.form.locator('#phone').pressSequentially('5512345678')
  await here.page.keyboard.press('Enter')
  await heading(here, 'ya no le escribirá')
  expect(await told(here)).toEqual([
    ['shown', 'here', '{"form":"frm_test"}'],
    ['refused', 'here', '{"form":"frm_test"}'],
    ['stopped', 'here', '{"form":"frm_test"}'],
  ])
})
