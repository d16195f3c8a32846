import { brotliCompressSync } from 'node:zlib'
import metadata from 'libphonenumber-js/max/metadata'
import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import type { CountryNumbering } from '../../consent/numbering.ts'
import { readPhone } from '../../widget/phone-reading.ts'
import { demoDocument, serviceFor, SHOP } from '../support/service.ts'
import { handIn, shown } from './acts.ts'

/** One TCP window holds the form; whatever is fetched beside it must be quick on a slow network as well. */
const HEAVIEST = 1400

const COUNTRIES = Object.keys(metadata.countries)

describe('the numbering of a country', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const ask = (country: string) => service().ask(`/v1/numberings/${country}`, { origin: SHOP })

  test('is told to every page, and may be kept for a day', async () => {
    const { status, headers } = await ask('FR')
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBe('public, max-age=86400')
  })

  test('is all that a field needs to read that country’s numbers', async () => {
    const plan = (await ask('FR')).as<CountryNumbering>()
    const reading = readPhone({ text: '06 12 34 56 78', country: 'FR' }, [plan])
    expect(reading).toMatchObject({ kind: 'number', phone: '+33612345678' })
  })

  test.each(['XX', 'fr', 'FRA', 'constructor', '__proto__', '%00', '33'])(
    'that is called %s is not found',
    async (country) => {
      expect(await ask(country)).toMatchObject({ status: 404, problem: 'not-found' })
    },
  )

  test('is light in every country that there is', async () => {
    const answers = await Promise.all(COUNTRIES.map(async (country) => (await ask(country)).text))
    const heavy = COUNTRIES.filter(
      (_, index) => brotliCompressSync(answers[index] ?? '').length > HEAVIEST,
    )
    expect(answers.filter((text) => text.includes('"mobile":"'))).toHaveLength(COUNTRIES.length)
    expect(heavy).toEqual([])
    expect(COUNTRIES.length).toBeGreaterThan(240)
  })
})

const openForm = (): Company => {
  const demo = demoDocument()
  return { ...demo, forms: demo.forms.map((form) => ({ ...form, otherCountries: true })) }
}

describe('a form that takes other countries too', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const yes = async (phone: string) => {
    await service().load(openForm())
    return handIn(service(), { phone })
  }

  test('names all that do not come with it, and only where its document says so', async () => {
    expect(await shown(service())).not.toHaveProperty('otherCountries')
    await service().load(openForm())
    const { countries, otherCountries = [] } = await shown(service())
    const all = [...countries.map(({ country }) => country), ...otherCountries]
    expect(countries).toHaveLength(8)
    expect(all.toSorted()).toEqual(COUNTRIES.toSorted())
  })

  test.each(['+33 6 12 34 56 78', '0033612345678', '+598 94 231 234', '+52 55 9876 5432'])(
    'takes %s',
    async (phone) => {
      expect(await yes(phone)).toMatchObject({ status: 201 })
    },
  )

  test.each([
    ['06 12 34 56 78', 'phone-not-valid', 'its country is not known'],
    ['+33 8 99 12 34 56', 'phone-premium', 'it is a paid number'],
    ['+33 6 12 34 56', 'phone-too-short', 'it is not complete'],
    ['+999 123 456 789', 'phone-not-valid', 'there is no such country'],
  ])('does not take %s, %s: %s', async (phone, problem) => {
    expect(await yes(phone)).toMatchObject({ status: 422, problem })
  })
})

describe('a form that takes its own countries alone', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test.each(['+33 6 12 34 56 78', '0033612345678'])('refuses %s', async (phone) => {
    const refused = { status: 422, problem: 'phone-country-not-offered' }
    expect(await handIn(service(), { phone })).toMatchObject(refused)
  })
})
