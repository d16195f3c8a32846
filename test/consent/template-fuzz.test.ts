import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { KINDS } from '../../consent/category.ts'
import { checkTemplate, TEMPLATE_RULES } from '../../consent/check-template.ts'
import { LANGUAGES } from '../../consent/company.ts'

const PIECES = [
  '{{1}} {{2}} {{name}} { }} * ☕ SALIR responde STOP gratis código 20 % https://a.example Sol \u200B .'.split(
    ' ',
  ),
  [' ', '\n', 'para no recibir'],
].flat()

const pieces = fc.nat(PIECES.length - 1).map((at) => PIECES[at] ?? '')
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces).map((all) => all.join('')),
)

const button = fc.oneof(
  fc.record({
    kind: fc.constant('quick-reply' as const),
    text,
    payload: fc.option(text, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('url' as const), text, url: text }),
  fc.record({ kind: fc.constantFrom('phone' as const, 'one-time-code' as const), text }),
)

const template = fc.record({
  kind: fc.constantFrom(...KINDS),
  language: fc.constantFrom(...LANGUAGES),
  header: fc.option(text, { nil: undefined }),
  body: text,
  footer: fc.option(text, { nil: undefined }),
  buttons: fc.array(button, { maxLength: 12 }),
})

test('any template of any company is read, and what is found stands in it', () => {
  fc.assert(
    fc.property(template, text, (read, name) => {
      const findings = checkTemplate({ name, senders: [] }, read)
      for (const { rule, weight, where } of findings) {
        expect(TEMPLATE_RULES).toContainEqual(expect.objectContaining({ rule, weight }))
        expect(where).toMatch(/^(?:header|body|footer|buttons(?:\.\d+(?:\.url)?)?)$/u)
        const [, index = '0'] = where.split('.')
        expect(Number(index)).toBeLessThan(Math.max(1, read.buttons.length))
      }
      const told = findings.map(({ rule, where }) => `${rule} ${where}`)
      expect(new Set(told).size).toBe(told.length)
    }),
    { numRuns: 1_000 },
  )
})
