import { array, constantFrom, nat, oneof, sample, string, tuple } from 'fast-check'
import type { FormView } from '../../contract/form-view.ts'
import { plansOf, viewIn } from './company.ts'

/** What somebody would write into a text to get out of it. `canary()` is what a script that runs calls. */
const NASTY = [
  '<img src=x onerror=canary()>',
  '<svg onload=canary()>',
  '</style><script>canary()</script>',
  '"><script>canary()</script>',
  "' onfocus=canary() autofocus x='",
  '<style>*{color:red!important}</style>',
  '<iframe srcdoc="<script>parent.canary()</script>">',
  '<base href=//evil.example>',
  '{{constructor.constructor("canary()")()}}',
  'javascript:canary()',
  'JaVaScRiPt:canary()',
  ' \u0001javascript:canary()',
  'java\nscript:canary()',
  'data:text/html,<script>canary()</script>',
  'vbscript:canary()',
  'blob:https://evil.example/1',
  'https://evil.example/" onclick="canary()',
  '//evil.example',
  'intent://x#Intent;scheme=javascript;end',
  'sms:?body=%0d%0ajavascript:canary()',
  '#fff;}*{color:red!important}',
  '#ffffff;background:url(//evil.example)',
  'red;position:fixed;inset:0',
  'var(--x,url(//evil.example))',
  '}</style>:host{position:fixed;inset:0}',
  '1px;--x:}*{display:none}',
  '\u202Eesrever\u202C\u2066\u2067',
  '\u200F\u05D0\u0627',
  '\u0000\uD800\uFFFF',
  '{company}{by}{constructor}{__proto__}',
  '$&$1$`',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'W'.repeat(4000),
  'a b '.repeat(1500),
  '',
]

const hostile = oneof(
  { weight: 4, arbitrary: constantFrom(...NASTY) },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 40 }) },
)

/** What stands in place of a part: mostly a text, at times nothing or something else altogether. */
const part = oneof(
  { weight: 40, arbitrary: hostile },
  { weight: 1, arbitrary: constantFrom(null, 0, -1, 1e308, true, [], {}, [[]]) },
)

const edits = array(tuple(nat(), part), { minLength: 1, maxLength: 14 })

type Path = readonly string[]

const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
        leavesOf(inner, [...path, name]),
      )
    : [path]

const edited = (value: unknown, path: Path, put: unknown): unknown => {
  const [name, ...rest] = path
  if (name === undefined) return put
  if (Array.isArray(value)) {
    return value.map((each: unknown, at) => (String(at) === name ? edited(each, rest, put) : each))
  }
  if (typeof value !== 'object' || value === null) return put
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) =>
      key === name ? [key, edited(inner, rest, put)] : [key, inner],
    ),
  )
}

const COUNTRIES = plansOf(['MX', 'BR'])

/** A form as it should be, with every look and every way. */
const sound = (at: number): FormView => ({
  ...viewIn('es'),
  form: `frm_${at}`,
  theme: { accent: '#0a66c2', radius: 8, scheme: 'auto' },
  countries: [],
})

/** So many forms that somebody has been at: each text, look and link may say anything, and parts are missing. */
export const hostileViews = (count: number, seed: number): readonly unknown[] =>
  sample(edits, { numRuns: count, seed }).map((changes, at) => {
    const { form, ...view } = sound(at)
    const paths = leavesOf(view)
    const changed = changes.reduce<unknown>((each, [leaf, put]) => {
      const path = paths[leaf % paths.length] ?? []
      // Now and then all that stands around it goes too.
      return edited(each, leaf % 61 === 0 ? path.slice(0, -1) : path, put)
    }, view)
    return Object.assign({}, changed, { form, countries: COUNTRIES })
  })

/** The same, for what the server answers: links that lead anywhere. */
export const hostileLinks = (count: number, seed: number): readonly string[] =>
  sample(hostile, { numRuns: count, seed })
