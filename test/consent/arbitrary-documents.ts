import {
  constantFrom,
  double,
  integer,
  jsonValue,
  oneof,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check'
import { CHANGEABLE_TEXTS, insteadOf } from '../../consent/own-texts.ts'
import demo from '../../demo/company.json' with { type: 'json' }

/** What would do harm, if it ever came out again where it is not meant to be read. */
const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'red;}*{display:none}',
  '#12345g',
  '#000000;background:url(https://evil.example)',
  'url(javascript:alert(1))',
  'expression(alert(1))',
  '\u202Etxt',
  '\u0000',
  '{company}',
  '{constructor}',
  '__proto__',
  '\uD800',
  'a'.repeat(5000),
]

const COLOURS = ['#7a4b2a', '#008069', '#6A1B9A', '#ffd54f', '#808080', '#b98bd6', '#00a884']

const anything = oneof(
  { weight: 4, arbitrary: constantFrom(...HOSTILE) },
  string({ unit: 'binary', maxLength: 40 }),
  jsonValue({ maxDepth: 3 }),
  integer(),
  double(),
)

const mostly = (good: Arbitrary<unknown>): Arbitrary<unknown> =>
  oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: anything })

const theme = record(
  {
    accent: mostly(constantFrom(...COLOURS)),
    accentDark: mostly(constantFrom(...COLOURS)),
    radius: mostly(double({ min: 0, max: 32, noNaN: true })),
    scheme: mostly(constantFrom('light', 'dark', 'auto')),
    font: mostly(constantFrom('page', 'system')),
    paper: anything,
  },
  { requiredKeys: [] },
)

/** A text in Quiero's words or, seldom, in others: half of a form's texts are there. */
const ownTexts = record(
  Object.fromEntries(
    CHANGEABLE_TEXTS.map((key) => [
      key,
      oneof(
        { weight: 60, arbitrary: constantFrom(insteadOf(key, 'es'), insteadOf(key, 'pt')) },
        { weight: 1, arbitrary: anything },
      ),
    ]),
  ),
  { requiredKeys: [] },
)

const oneText = tuple(constantFrom(...CHANGEABLE_TEXTS), anything).map(([key, text]) => ({
  [key]: text,
}))

const form = tuple(
  constantFrom(...demo.forms),
  record(
    {
      theme: mostly(theme),
      texts: mostly(record({ es: oneof(ownTexts, oneText), pt: ownTexts }, { requiredKeys: [] })),
      spanish: mostly(constantFrom('formal', 'informal')),
      languages: mostly(constantFrom(['es'], ['pt', 'en'])),
    },
    { requiredKeys: [] },
  ),
).map(([given, change]): unknown => ({ ...given, ...change }))

const formed = form.map((only): unknown => ({ ...demo, forms: [only] }))

/** Every place in a document, as the keys that lead there. */
const pathsIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [
        [key],
        ...pathsIn(member).map((path) => [key, ...path]),
      ])
    : []

const put = (value: unknown, path: readonly string[], instead: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return instead
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (String(at) === key ? put(item, rest, instead) : item))
  }
  const member = Object.entries(value ?? {}).find(([name]) => name === key)?.[1]
  return { ...Object(value), [key]: put(member, rest, instead) }
}

const spoilt = tuple(constantFrom(...pathsIn(demo)), anything).map(([path, instead]) =>
  put(demo, path, instead),
)

/** Documents as somebody may send them: forms of every look, the demo with one place spoilt, and any JSON. */
export const arbitraryDocument: Arbitrary<unknown> = oneof(
  { weight: 6, arbitrary: formed },
  { weight: 3, arbitrary: spoilt },
  { weight: 1, arbitrary: jsonValue() },
)
