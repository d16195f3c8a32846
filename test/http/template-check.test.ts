import { describe, expect, test } from 'vitest'
import { KINDS } from '../../consent/category.ts'
import { LANGUAGES } from '../../consent/company.ts'
import type { TemplateChecked, TemplateExamplesShown } from '../../contract/template.ts'
import { type Answer, type Ask, serviceFor } from '../support/service.ts'
import { otherCompany } from './companies.ts'

const TEMPLATE = {
  kind: 'marketing',
  language: 'es_MX',
  body: 'Hola, {{1}}: en Café Aurora tenemos {{2}} con descuento hasta el domingo.',
  footer: 'Responde SALIR para no recibir más',
}

describe('POST /v1/templates/check', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const asked = (body: unknown, request: Ask = {}): Promise<Answer> =>
    service().ask('/v1/templates/check', { key: service().keys.company, body, ...request })
  const checked = async (change: object): Promise<TemplateChecked> => {
    const answer = await asked({ ...TEMPLATE, ...change })
    expect(answer.status).toBe(200)
    return answer.as<TemplateChecked>()
  }

  test('passes a good template, and gives three more of its kind in its language', async () => {
    const { passes, findings, examples } = await checked({})
    expect({ passes, findings }).toEqual({ passes: true, findings: [] })
    expect(examples).toHaveLength(3)
    for (const { body, footer } of examples) {
      expect(body).toContain('Café Aurora')
      expect(footer).toContain('SALIR')
    }
  })

  test('says what must be mended, where, in three languages', async () => {
    const { passes, findings } = await checked({ footer: undefined })
    expect(passes).toBe(false)
    expect(findings).toEqual([
      {
        rule: 'opt-out-missing',
        weight: 'must',
        where: 'body',
        sentence: {
          es: expect.stringContaining('Responde SALIR') as string,
          pt: expect.stringContaining('Responda SAIR') as string,
          en: expect.stringContaining('Reply STOP') as string,
        },
      },
    ])
  })

  test('passes what only should be mended', async () => {
    const { passes, findings } = await checked({
      kind: 'utility',
      body: 'Hola, {{1}}: tu pedido {{2}} de Café Aurora ya está en camino.',
      footer: undefined,
    })
    expect(passes).toBe(true)
    expect(findings).toMatchObject([{ rule: 'opt-out-advised', weight: 'should' }])
  })

  test.each(['es', 'es_AR', 'es-ES', 'es_419'])(
    'takes the language %s for Spanish',
    async (language) => {
      expect(await checked({ language })).toMatchObject({ findings: [] })
    },
  )

  test('reads each company’s templates by its own name, and gives it its own examples', async () => {
    const key = await service().load(otherCompany())
    const answer = await asked(TEMPLATE, { key })
    const { findings, examples } = answer.as<TemplateChecked>()
    expect(findings).toMatchObject([{ rule: 'business-not-named' }])
    for (const { body } of examples) expect(body).toContain('Librería Sur')
    expect(answer.text).not.toContain('Aurora')
  })

  test('repeats nothing of the template that it read', async () => {
    const { findings } = await checked({
      body: 'Envíanos tu contraseña, 5215587654321 {{x} canary@example.com https://bit.ly/canary',
      footer: 'Anacanaria '.repeat(9),
    })
    expect(findings.length).toBeGreaterThan(4)
    expect(JSON.stringify(findings)).not.toMatch(/canar|52155|bit\.ly\/c/iu)
  })

  test('keeps nothing', async () => {
    const before = await service().rows()
    await checked({})
    expect(await service().rows()).toEqual(before)
  })

  test.each<[string, unknown, string?]>([
    ['no body', { body: undefined }, 'body'],
    ['a body that is no text', { body: ['Hola'] }, 'body'],
    ['a body without end', { body: 'a'.repeat(20_001) }, 'body'],
    ['a kind of Meta’s spelling', { kind: 'MARKETING' }, 'kind'],
    ['a language that Quiero does not speak', { language: 'fr' }, 'language'],
    ['a language that is none', { language: 'es_Mexico' }, 'language'],
    ['buttons that are no list', { buttons: { kind: 'url' } }, 'buttons'],
    ['a button of no kind', { buttons: [{ text: 'Sí' }] }, 'buttons.0.kind'],
    ['a link without its address', { buttons: [{ kind: 'url', text: 'Ver' }] }, 'buttons.0.url'],
    [
      'an address on what is no link',
      { buttons: [{ kind: 'phone', text: 'Llamar', url: 'https://a.example' }] },
      'buttons.0.url',
    ],
    [
      'too many buttons to read',
      { buttons: Array.from({ length: 101 }, () => ({ kind: 'other', text: 'a' })) },
      'buttons',
    ],
    ['a field that nobody knows', { tone: 'warm' }, 'tone'],
  ])('refuses %s, and says which field', async (_, change, at) => {
    const answer = await asked({ ...TEMPLATE, ...(change as object) })
    expect(answer).toMatchObject({ status: 400, problem: 'body-not-valid' })
    expect(answer.as<{ at?: string }>().at).toBe(at)
  })

  test.each(['null', '[]', '"Hola"', '{"__proto__":{"body":"Hola"}}'])(
    'refuses %s',
    async (body) => {
      expect(await asked(body)).toMatchObject({ status: 400, problem: 'body-not-valid' })
    },
  )

  test('refuses what is no JSON', async () => {
    expect(await asked('{"body":')).toMatchObject({ status: 400, problem: 'body-not-json' })
  })
})

describe('GET /v1/templates/examples', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('gives three of each kind in each language, and each passes its own check', async () => {
    const key = service().keys.company
    const { examples } = (
      await service().ask('/v1/templates/examples', { key })
    ).as<TemplateExamplesShown>()
    expect(examples).toHaveLength(3 * KINDS.length * LANGUAGES.length)
    for (const { title, samples, ...template } of examples) {
      expect([title, samples]).not.toContain('')
      const answer = await service().ask('/v1/templates/check', { key, body: template })
      expect(answer.as<TemplateChecked>()).toMatchObject({ passes: true, findings: [] })
    }
  })
})
