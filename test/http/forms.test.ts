import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../consent/canonical.ts'
import type { FormView } from '../../contract/form-view.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, serviceFor, SHOP } from '../support/service.ts'
import { handedIn, handIn, history, newPhone, shown } from './acts.ts'
import { otherCompany } from './companies.ts'

/** The same text with another first character. */
const other = (part: string): string => `${part.startsWith('1') ? '2' : '1'}${part.slice(1)}`

const DAY = 24 * 60 * 60 * 1000

describe('a form', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('shows who asks, from which number, for what, how often and how to stop', async () => {
    const { notice, countries, languages, ways } = await shown(service())
    expect(notice.company.name).toBe('Café Aurora')
    expect(notice.senders).toEqual([
      { id: 'main', phone: '+5511912345678', displayName: 'Café Aurora', badge: 'verified' },
    ])
    expect(notice.categories.map(({ title }) => title)).toEqual(['Pedidos', 'Ofertas'])
    expect(notice.categories[1]?.frequency).toMatch(/4/u)
    expect(notice.howToStop).not.toBe('')
    expect(languages).toEqual(['es', 'pt', 'en'])
    expect(countries).toHaveLength(8)
    expect(ways.whatsapp).toBe('https://wa.me/5511912345678?text=%23want')
  })

  test.each([
    ['?language=pt', '', 'pt'],
    ['', 'en-GB,en;q=0.9', 'en'],
    ['', 'fr', 'es'],
    ['?language=xx', 'pt', 'pt'],
    ['', 'en;q=0.2, pt;q=0.9', 'pt'],
    ['', 'est', 'es'],
    ['', '', 'es'],
  ])('asked with "%s" and the header "%s" speaks %s', async (query, header, language) => {
    const answer = await service().ask(`/v1/forms/frm_demo${query}`, {
      headers: { 'accept-language': header },
    })
    expect(answer.as<FormView>().language).toBe(language)
  })

  test('names the very notice that it shows by the hash in its token', async () => {
    const { notice, noticeToken } = await shown(service())
    const hash = createHash('sha256').update(canonicalJson(notice)).digest('hex')
    expect(noticeToken.startsWith(`${hash}.`)).toBe(true)
  })

  test.each(['/v1/forms/frm_nobody', '/f/frm_nobody.js', '/v1/forms/constructor'])(
    'that is unknown is not found at %s',
    async (path) => {
      const answer = await service().ask(path, { origin: SHOP })
      expect(answer).toMatchObject({ status: 404, problem: 'form-not-found' })
    },
  )

  test('that is unknown takes neither a yes nor a no', async () => {
    const yes = await handIn(service(), { form: 'frm_nobody' })
    expect(yes).toMatchObject({ status: 404, problem: 'form-not-found' })
    const body = { form: 'frm_nobody', person: { phone: newPhone() } }
    const no = await service().ask('/v1/opt-outs', { origin: SHOP, body })
    expect(no).toMatchObject({ status: 404, problem: 'form-not-found' })
  })

  test.each([
    ['', 'pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['', 'fr,en;q=0.8', 'en'],
    ['?language=es', 'pt', 'es'],
  ])('comes in one script (%s, %s) in the language %s', async (query, header, language) => {
    const answer = await service().ask(`/f/frm_demo.js${query}`, {
      headers: { 'accept-language': header },
    })
    expect(answer).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' })
    const [code, start] = answer.text.split('\n;Quiero.start(')
    expect(code).toBe('/* first */')
    const [view] = JSON.parse(`[${start?.slice(0, -1)}]`) as [FormView]
    expect(view).toMatchObject({ language, laterTexts: null })
    expect(start?.endsWith('"/w/abc123/")')).toBe(true)
  })

  test('needs the files of this version alone at their addresses', async () => {
    expect(await service().ask('/w/abc123/widget.js')).toMatchObject({ text: '/* all */' })
    expect(await service().ask('/w/abc123/more.js')).toMatchObject({ text: '/* more */' })
    expect(await service().ask('/w/abc123/place.js')).toMatchObject({ text: '/* place */' })
    expect(await service().ask('/w/abc124/widget.js')).toMatchObject({ status: 404 })
    expect(await service().ask('/w/abc123/other.js')).toMatchObject({ status: 404 })
  })
})

describe.each(ENGINES)('a notice token on %s', (engine) => {
  const service = serviceFor({ engine })

  test('that was forged in any of its parts is refused', async () => {
    const { noticeToken } = await shown(service())
    const before = await service().rows()
    const [hash = '', at = '', signature = ''] = noticeToken.split('.')
    const forged = [
      [other(hash), at, signature],
      [hash, other(at), signature],
      [hash, at, other(signature)],
      [hash, at, ''],
      [hash, at],
      ['x'],
    ]
    for (const parts of forged) {
      const answer = await handIn(service(), { noticeToken: parts.join('.') })
      expect(answer).toMatchObject({ status: 422, problem: 'notice-token-not-valid' })
    }
    expect(await service().rows()).toEqual(before)
  })

  test('of another form is refused', async () => {
    const company = otherCompany()
    await service().load(company)
    const theirs = await service().ask('/v1/forms/frm_other')
    const { noticeToken } = theirs.as<FormView>()
    const answer = await handIn(service(), { noticeToken })
    expect(answer).toMatchObject({ status: 422, problem: 'notice-token-not-valid' })
  })

  test('is good for thirty days, and then gives the notice to go on with', async () => {
    const { noticeToken } = await shown(service())
    service().pass(30 * DAY)
    expect(await handIn(service(), { noticeToken })).toMatchObject({ status: 201 })
    service().pass(1)
    const before = await service().rows()
    const late = await handIn(service(), { noticeToken, language: 'pt' })
    expect(late).toMatchObject({ status: 409, problem: 'notice-out-of-date' })
    expect(await service().rows()).toEqual(before)
    const { form } = late.as<{ form: FormView }>()
    expect(form.language).toBe('pt')
    expect(form.countries).toHaveLength(8)
    expect(await handIn(service(), { noticeToken: form.noticeToken })).toMatchObject({
      status: 201,
    })
  })

  test('still stands for what was shown after the document has changed', async () => {
    const phone = newPhone()
    const { noticeToken } = await shown(service())
    const document = demoDocument()
    const rarer = document.categories.map((category) => ({
      ...category,
      frequency: { atMost: 1, per: 'year' },
    }))
    const put = await service().ask('/v1/company', {
      method: 'PUT',
      key: service().keys.company,
      body: { ...document, categories: rarer },
    })
    expect(put.status).toBe(200)
    await handedIn(service(), { noticeToken, phone })
    const [optIn] = await history(service(), phone)
    expect(optIn?.act).toMatchObject({ notice: noticeToken.split('.')[0] })
  })
})
