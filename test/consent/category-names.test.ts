import { describe, expect, test } from 'vitest'
import { categoriesNamed } from '../../consent/category-names.ts'
import { wordsOf } from '../../consent/normalise.ts'
import { CHATTY } from './chatty-company.ts'

const named = (text: string): readonly string[] | null =>
  categoriesNamed(wordsOf(text), CHATTY.categories)

describe('the categories that words name', () => {
  test.each([
    ['offers', ['offers']],
    ['OFFERS!', ['offers']],
    ['Ofertas', ['offers']],
    ['#ofertas', ['offers']],
    ['ofertas, pedidos', ['orders', 'offers']],
    ['pedidos y ofertas', ['orders', 'offers']],
    ['pedidos e ofertas', ['orders', 'offers']],
    ['orders & offers', ['orders', 'offers']],
    ['orders and offers', ['orders', 'offers']],
    ['orders offers orders', ['orders', 'offers']],
    ['Ofertas y novedades', ['news']],
    ['promocoes e novidades', ['news']],
    ['ofertas ofertas y novedades', ['offers', 'news']],
    ['pedidos, ofertas y novedades y ofertas', ['orders', 'offers', 'news']],
    ['support-hours', ['support-hours']],
    ['support_hours', ['support-hours']],
    ['Horario de atención', ['support-hours']],
  ])('%j names %j', (text, categories) => {
    expect(named(text)).toEqual(categories)
  })

  test.each([
    '',
    'y',
    'x',
    'ofertas x',
    'x ofertas',
    'ofertas novedades',
    'horario de',
    'support',
    'offers offer',
    '__proto__',
    'constructor',
    'toString',
    '\ud800',
    'ofertas '.repeat(2_000),
  ])('%.30j is not understood', (text) => {
    expect(named(text)).toBeNull()
  })

  test('a company without categories is not understood', () => {
    expect(categoriesNamed(['ofertas'], [])).toBeNull()
  })

  test('words that are one title and several names are the title', () => {
    const both = CHATTY.categories.slice(0, 1).map((category) => ({
      ...category,
      id: 'both',
      title: { es: 'Pedidos y ofertas' },
    }))
    const categories = [...CHATTY.categories, ...both]
    expect(categoriesNamed(wordsOf('Pedidos y ofertas'), categories)).toEqual(['both'])
    expect(categoriesNamed(wordsOf('Ofertas y pedidos'), categories)).toEqual(['orders', 'offers'])
  })

  test('a name that two categories bear means both', () => {
    const [orders, offers] = CHATTY.categories
    const twins = [orders, offers].flatMap((category) =>
      category === undefined ? [] : [{ ...category, title: { en: 'Mail' } }],
    )
    expect(categoriesNamed(['mail'], twins)).toEqual(['orders', 'offers'])
  })
})
