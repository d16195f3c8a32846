import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Theme } from '../../consent/company.ts'
import { contrastOf, leastContrast } from '../../consent/contrast.ts'
import { refusalsOf } from '../../consent/refusals.ts'
import { LEAST_ACCENT_CONTRAST, PAPERS, shownTheme } from '../../consent/shown-theme.ts'
import demo from '../../demo/company.json' with { type: 'json' }

const css = readFileSync('widget/base.css', 'utf8')

/** The variables of a block of the style sheet, short colours written out. */
const variablesAt = (selector: string): Readonly<Record<string, string>> => {
  const [, block = ''] = css.split(`${selector} {`)
  const lines = [...(block.split('}')[0] ?? '').matchAll(/(--[\w-]+): ([^;]+);/gu)]
  return Object.fromEntries(
    lines.map(([, name = '', value = '']) => [
      name,
      value.replace(/^#(\w)(\w)(\w)$/u, '#$1$1$2$2$3$3'),
    ]),
  )
}

const LIGHT = variablesAt('.quiero')
const DARK = variablesAt(".quiero[data-scheme='dark']")
const AUTO = variablesAt(".quiero[data-scheme='auto']")

describe('the papers of the rules and of the widget', () => {
  test('are the same', () => {
    expect([LIGHT['--paper'], LIGHT['--wall']]).toEqual(PAPERS.light)
    expect([DARK['--paper'], DARK['--wall']]).toEqual(PAPERS.dark)
  })

  test('the dark form is the same, whether the company or the person chose it', () => {
    expect(AUTO).toEqual(DARK)
  })

  test.each([
    ['light', 'accent', 'ink'],
    ['dark', 'accentDark', 'inkDark'],
  ] as const)('in the %s the accent of a form without a theme can be seen', (scheme, name, ink) => {
    const accent = LIGHT[`--own-${name}`] ?? ''
    expect(leastContrast(accent, PAPERS[scheme])).toBeGreaterThanOrEqual(LEAST_ACCENT_CONTRAST)
    expect(contrastOf(accent, LIGHT[`--own-${ink}`] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('in the %s all text can be read and all lines seen', (scheme, variables) => {
    const contrasts = ['--ink', '--soft', '--bad'].map((name) =>
      leastContrast(variables[name] ?? '', PAPERS[scheme]),
    )
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(variables['--line'] ?? '', PAPERS[scheme][0])).toBeGreaterThanOrEqual(3)
  })
})

describe('what is shown of a theme', () => {
  test.each<[string, Theme, object]>([
    ['nothing', {}, {}],
    ['a light accent', { accent: '#7a4b2a' }, { accent: '#7a4b2a', ink: '#ffffff' }],
    [
      'the accent that is seen',
      { accent: '#7a4b2a', accentDark: '#ffd54f' },
      { accent: '#7a4b2a', ink: '#ffffff' },
    ],
    [
      'the accent of the dark, under the name that old widgets know too',
      { accent: '#7a4b2a', accentDark: '#ffd54f', scheme: 'dark' },
      {
        scheme: 'dark',
        accent: '#ffd54f',
        ink: '#000000',
        accentDark: '#ffd54f',
        inkDark: '#000000',
      },
    ],
    [
      'both where it may be either',
      { accent: '#7a4b2a', accentDark: '#ffd54f', scheme: 'auto', radius: 4, font: 'system' },
      {
        scheme: 'auto',
        radius: 4,
        font: 'system',
        accent: '#7a4b2a',
        ink: '#ffffff',
        accentDark: '#ffd54f',
        inkDark: '#000000',
      },
    ],
  ])('is %s', (_, theme, shown) => {
    expect(JSON.parse(JSON.stringify(shownTheme(theme)))).toEqual(shown)
  })

  test('is nothing that Quiero does not know', () => {
    const theme: Theme & { readonly paper: string } = { accent: '#7a4b2a', paper: '#000000' }
    expect(shownTheme(theme)).not.toHaveProperty('paper')
  })
})

const sentencesFor = (theme: Theme): readonly string[] => {
  const forms = demo.forms.map((form) => ({ ...form, theme }))
  return refusalsOf({ ...demo, forms }).map(({ sentence }) => sentence)
}

test('an accent that is refused comes with its contrast, and a colour that is taken', () => {
  const themes: readonly Theme[] = [
    { accent: '#ffd54f' },
    { accent: '#5a1010', scheme: 'dark' },
    { accent: '#8d8d8d' },
  ]
  for (const theme of themes) {
    const [sentence = ''] = sentencesFor(theme)
    expect(sentence).toMatch(/contrast of [12]\.\d\d:1 .* 3:1/u)
    const [better = ''] = /#[0-9a-f]{6}/u.exec(sentence) ?? []
    expect(sentencesFor({ ...theme, accent: better })).toEqual([])
  }
  const [sentence = ''] = sentencesFor({ accent: '#6a1b9a', scheme: 'auto' })
  const [better = ''] = /#[0-9a-f]{6}/u.exec(sentence) ?? []
  expect(sentencesFor({ accent: '#6a1b9a', accentDark: better, scheme: 'auto' })).toEqual([])
})
