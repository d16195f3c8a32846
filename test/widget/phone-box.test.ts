import { expect, test } from 'vitest'
import { visits, type Visit } from './visit.ts'

const { visit } = visits()

const field = ({ form }: Visit) => form.locator('#phone')

const standing = (here: Visit) =>
  field(here).evaluate((input) =>
    input instanceof HTMLInputElement
      ? `${input.value.slice(0, input.selectionStart ?? 0)}|${input.value.slice(input.selectionEnd ?? 0)}`
      : '',
  )

const place = (here: Visit, at: number) =>
  field(here).evaluate((input, caret) => {
    if (input instanceof HTMLInputElement) input.setSelectionRange(caret, caret)
  }, at)

const complaint = ({ form }: Visit) => form.locator('#phone-complaint')

test.each([
  ['a digit in the middle', 5, ['9'], '55 129|3 4567'],
  ['a digit before a separator', 2, ['9'], '55 9|123 4567'],
  ['Backspace in the middle', 5, ['Backspace'], '55 1|345 67'],
  ['Backspace behind a separator', 3, ['Backspace'], '5|12 345 67'],
  ['Delete before a separator', 2, ['Delete'], '55| 2345 67'],
  ['arrows, then a digit', 11, ['ArrowLeft', 'ArrowLeft', '8'], '55 1234 58|67'],
])('the caret stays where it is looked for: %s', async (_, caret, keys, stands) => {
  const here = await visit()
  await field(here).pressSequentially('551234567')
  await place(here, caret)
  for (const key of keys) await here.page.keyboard.press(key)
  expect(await standing(here)).toBe(stands)
})

test('typing, erasing to nothing and typing again leaves no trace', async () => {
  const here = await visit()
  await field(here).pressSequentially('5512345678')
  expect(await standing(here)).toBe('55 1234 5678|')
  for (let times = 0; times < 10; times += 1) await here.page.keyboard.press('Backspace')
  expect(await standing(here)).toBe('|')
  await field(here).pressSequentially('+5511912345678')
  expect(await standing(here)).toBe('+55 11 91234 5678|')
  expect(await here.form.locator('#country').textContent()).toBe('BR +55')
})

test.each([
  ['tel:+52-55-1234-5678', '+52 55 1234 5678'],
  ['５５１２３４５６７８', '55 1234 5678'],
  ['٥٥١٢٣٤٥٦٧٨', '55 1234 5678'],
  ['525512345678', '+52 55 1234 5678'],
  ['  (55) 1234-5678 ', '55 1234 5678'],
])('"%s" pasted is understood', async (text, shown) => {
  const here = await visit()
  await field(here).focus()
  await here.page.keyboard.insertText(text)
  expect(await standing(here)).toBe(`${shown}|`)
})

test.each([
  ['551234567', 'Falta un dígito: un celular de México tiene 10.'],
  ['55123456', 'Faltan 2 dígitos: un celular de México tiene 10.'],
  ['55123456789', 'Sobra un dígito: un celular de México tiene 10.'],
  ['1012345678', 'Ese número no existe en México. Revisa los dígitos o cambia el país.'],
  ['+442071234567', 'Ese país no está en la lista. Usa un número de otro país.'],
  ['<img src=x onerror=alert(1)>', 'Escribe solo números, sin letras.'],
  ['5'.repeat(10_000), 'Sobran dígitos. Revisa el número.'],
  ['', 'Escribe tu número.'],
])('"%.20s" gets a sentence that says what to do', async (text, sentence) => {
  const here = await visit()
  await here.form.getByRole('checkbox', { name: 'Ofertas' }).check()
  await field(here).focus()
  await here.page.keyboard.insertText(text)
  await here.page.keyboard.press('Enter')
  expect(await complaint(here).textContent()).toBe(sentence)
  expect(await field(here).getAttribute('aria-invalid')).toBe('true')
  expect(await field(here).getAttribute('aria-describedby')).toContain('phone-complaint')
  expect(await field(here).evaluate((input) => input.matches(':focus'))).toBe(true)
})

test('the complaint that comes with leaving the field does not move the button away', async () => {
  const here = await visit()
  await field(here).pressSequentially('551234567')
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click({ delay: 150 })
  await here.form.getByText('Marca al menos un tema.').waitFor()
  expect(await complaint(here).textContent()).toContain('Falta un dígito')
})

test('a number that is wrong is complained about when its field is left', async () => {
  const here = await visit()
  await field(here).pressSequentially('551234567')
  expect(await complaint(here).textContent()).toBe('')
  await here.page.keyboard.press('Tab')
  await here.form.getByText('Falta un dígito').waitFor()
})

test('the country list says each country in the language of the form', async () => {
  const here = await visit()
  await openCountries(here)
  const names = await here.form.getByRole('option').allTextContents()
  expect(names.slice(0, 3)).toEqual(['México +52', 'Argentina +54', 'Brasil +55'])
  expect(await here.form.getByRole('option', { selected: true }).textContent()).toBe('México +52')
})

const openCountries = async ({ form }: Visit) => {
  await form.getByRole('button', { name: 'MX +52 País: México' }).click()
  await form.getByRole('combobox', { name: 'Busca tu país' }).waitFor()
}

test.each([
  ['peru', 'PE'],
  ['unidos', 'US'],
  ['+59', 'UY'],
  ['0034', 'ES'],
  ['cl', 'CL'],
])('"%s" and Enter choose %s, and the field goes on', async (search, country) => {
  const here = await visit()
  await openCountries(here)
  await here.page.keyboard.type(search)
  await here.page.keyboard.press('Enter')
  await here.form.getByRole('combobox').waitFor({ state: 'detached' })
  expect(await here.form.locator('#country').textContent()).toContain(country)
  expect(await field(here).evaluate((input) => input.matches(':focus'))).toBe(true)
})

test('arrows move through the list, the field says where they are, Escape closes it', async () => {
  const here = await visit()
  await openCountries(here)
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await here.page.keyboard.press(key)
  const search = here.form.getByRole('combobox')
  expect(await search.getAttribute('aria-activedescendant')).toBe('country-AR')
  await here.page.keyboard.press('Escape')
  await search.waitFor({ state: 'detached' })
  expect(await here.form.locator('#country').textContent()).toBe('MX +52')
  await openCountries(here)
  await here.page.keyboard.type('Atlántida')
  await here.form.getByText('No hay ningún país con ese nombre.').waitFor()
  await here.page.keyboard.press('Enter')
  expect(await here.form.locator('#country').textContent()).toBe('MX +52')
})

test('a country is chosen with the mouse, and the list closes when it is left', async () => {
  const here = await visit()
  await openCountries(here)
  await here.form.getByRole('option', { name: 'España' }).click()
  expect(await here.form.locator('#phone-example').textContent()).toBe('Por ejemplo: 612 34 56 78')
  await here.form.getByRole('button', { name: 'ES +34 País: España' }).click()
  await here.form.getByRole('combobox').waitFor()
  await here.form.getByRole('checkbox').first().check()
  await here.form.getByRole('combobox').waitFor({ state: 'detached' })
})

test('the browser’s region chooses the country to begin with', async () => {
  const here = await visit({ locale: 'pt-BR' })
  expect(await here.form.locator('#country').textContent()).toBe('BR +55')
})
