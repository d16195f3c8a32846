import { describe, expect, test } from 'vitest'
import { COMPANY, found } from './read-template.ts'

const FOOTER = 'Responde SALIR para no recibir más'

const named = (name: string, body: string): readonly string[] =>
  found(
    { kind: 'service', language: 'es', body, footer: FOOTER },
    { ...COMPANY, name, senders: [] },
  )

const written = (name: string): string =>
  `Hola, te escribe ${name} por la pregunta que nos hiciste.`

describe('the name of the business', () => {
  test.each([
    ['Café Aurora', 'cafe aurora'],
    ['Café Aurora', '*CAFÉ AURORA*'],
    ['D’Onofrio', "D'Onofrio"],
    ['Café Aurora', 'el equipo de Café Aurora’s'],
    ['C++ (Norte) [1]', 'C++ (Norte) [1]'],
  ])('%s is read in %s', (name, spelled) => {
    expect(named(name, written(spelled))).toEqual([])
  })

  test.each([
    ['Café Aurora', 'Café Auroral'],
    ['Sol', 'Girasol'],
    ['Luna Norte', 'Luna'],
  ])('%s is not read in %s', (name, spelled) => {
    expect(named(name, written(spelled))).toEqual(['business-not-named body'])
  })

  test.each(['Ofertas del Sur', 'Sol', 'The Best of the Sea and You', 'Promo+', 'Gratis.ya'])(
    'may be %s, which sells nothing and is of no language',
    (name) => {
      expect(named(name, written(name))).toEqual([])
    },
  )

  test('hides nothing of the words that only hold it', () => {
    const body = 'Hola, te escribe Des por la pregunta que nos hiciste: hoy hay descuentos.'
    expect(named('Des', body)).toEqual(['promotion body'])
  })

  test('may be the one above the chat', () => {
    const [main] = COMPANY.senders
    if (!main) throw new Error('demo/company.json has changed')
    const company = { ...COMPANY, senders: [{ ...main, displayName: 'La Aurora' }] }
    const body = written('La Aurora')
    expect(found({ kind: 'service', language: 'es', body, footer: FOOTER }, company)).toEqual([])
  })
})
