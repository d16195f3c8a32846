import { describe, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { demoDocument, serviceFor, SHOP } from '../support/service.ts'
import { open, readAloud } from './page-forms.ts'
import { serviceOf } from './ways.ts'

const FORM = '/f/frm_demo'
const TEXTS = FORM_TEXTS.es

describe('the hosted page of a form', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('is the whole form in plain HTML: who, from where, for what, how often, how to stop', async () => {
    const page = await open(service(), FORM)
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=UTF-8' })
    const said = readAloud(page).replaceAll('\u00A0', ' ')
    for (const sentence of [
      'Café Aurora',
      '+55 11 91234 5678',
      TEXTS.verified,
      'Pedidos',
      'hasta 4 mensajes al mes',
      'SALIR',
      NOTICE_TEXTS.es.notCondition,
      NOTICE_TEXTS.es.privacy('Café Aurora'),
      NOTICE_TEXTS.es.trademark,
      TEXTS.afterYes,
    ]) {
      expect(said).toContain(sentence)
    }
    expect(page.text).toContain('href="/f/frm_demo/stop?language=es"')
    expect(page.text).toContain('href="/n/demo/main?language=es"')
  })

  test('has nothing ticked and nothing typed', async () => {
    const { text } = await open(service(), FORM)
    expect(text.match(/type="checkbox"/gu)).toHaveLength(2)
    expect(text).not.toMatch(/\schecked/u)
    expect(text).toMatch(/name="phone"[^>]*value=""/u)
  })

  test('gives yes and no the same weight, and the no carries nothing', async () => {
    const { text } = await open(service(), FORM)
    const buttons = [...text.matchAll(/<button form="say-(yes|no)" name="answer" value="\1"/gu)]
    expect(buttons.map(([, answer]) => answer)).toEqual(['no', 'yes'])
    expect(text).toMatch(/<form id="say-no"[^>]*><\/form>/u)
  })

  test.each([
    ['', 'pt-BR,pt;q=0.9', 'pt'],
    ['', 'fr-FR,en;q=0.5,es;q=0.2', 'en'],
    ['', 'de', 'es'],
    ['?language=en', 'pt-BR', 'en'],
    ['?language=xx', 'pt-BR', 'pt'],
  ] as const)('asked with "%s" by a browser of %s speaks %s', async (query, header, language) => {
    const page = await open(service(), FORM + query, { 'accept-language': header })
    expect(page.text).toMatch(new RegExp(`<html\\s+lang="${language}"`, 'u'))
    expect(page.headers.get('vary')).toContain('Accept-Language')
    expect(readAloud(page)).toContain(NOTICE_TEXTS[language].notCondition)
    for (const other of ['es', 'pt', 'en']) expect(page.text).toContain(`${FORM}?language=${other}`)
  })

  test('begins with the country of the browser where the form offers it, else with the first', async () => {
    const pages = await Promise.all(
      ['es-CO,es;q=0.9', 'es-UY'].map((header) =>
        open(service(), FORM, { 'accept-language': header }),
      ),
    )
    const chosen = pages.map(({ text }) => /<option value="(\w\w)" selected/u.exec(text)?.[1])
    expect(chosen).toEqual(['CO', 'MX'])
  })

  test('has nothing around it in an app, and tells the widget so, on every step', async () => {
    const page = await open(service(), `${FORM}?view=app`)
    expect(page.text).toContain(`data-view="app" data-app-origin="${SHOP}"`)
    expect(page.text).not.toContain('class="around"')
    expect(page.text).toContain('action="/f/frm_demo?language=es&amp;view=app"')
  })

  test('brings the widget, in the language of the page, for the element that holds the plain form', async () => {
    const { text } = await open(service(), FORM)
    expect(text).toMatch(/<script nonce="[^"]+" src="\/f\/frm_demo\.js\?language=es" async>/u)
    expect(text.indexOf('data-quiero="frm_demo"')).toBeLessThan(text.indexOf('id="say-yes"'))
  })

  test('changes nothing when it is shown, by GET or HEAD, however often', async () => {
    const before = await service().rows()
    for (const method of ['GET', 'HEAD'])
      for (const path of [FORM, `${FORM}/stop`, '/n/demo/main'])
        await service().ask(path, { method, headers: { 'sec-purpose': 'prefetch;prerender' } })
    expect(await service().rows()).toEqual(before)
  })

  test('that nobody has is a page for a person and a problem document for a program', async () => {
    for (const path of [
      '/f/frm_nobody',
      '/f/frm_nobody/stop',
      '/n/demo/nobody',
      '/n/nobody/main',
    ]) {
      const page = await open(service(), path, { 'accept-language': 'pt' })
      expect(page.status).toBe(404)
      expect(readAloud(page)).toContain(PAGE_TEXTS.pt.missing)
      const problem = await service().ask(path, { headers: { accept: 'application/json' } })
      expect(problem.problem).toMatch(/^(?:form|sender)-not-found$/u)
    }
  })
})

describe('the pages of a form that says usted', () => {
  const demo = demoDocument()
  const formal = demo.forms.map((form) => ({ ...form, spanish: 'formal' as const }))
  const service = serviceOf({ ...demo, forms: formal })

  test.each([
    [FORM, 'Compruebe el número', 'Comprueba'],
    [`${FORM}/stop`, 'Su número de WhatsApp', 'Tu número'],
    ['/n/demo/main', 'Pegue aquí el número que le escribió', 'Pega'],
  ])('say it too: %s', async (path, usted, informal) => {
    const said = readAloud(await open(service(), path))
    expect(said).toContain(usted)
    expect(said).not.toContain(informal)
  })
})
