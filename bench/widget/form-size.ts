import { brotliDecompressSync } from 'node:zlib'
import { type FormServer, NINE_COUNTRIES } from '../../test/support/form-server.ts'
import { brotliSize } from './brotli.ts'

/** A piece of a form's script, and the bytes that the script grows by when it is added to those before it. */
export type Part = { readonly name: string; readonly bytes: number }

/** A form's script as the server sends it, and what its bytes are spent on. */
export type FormSize = {
  readonly bytes: number
  readonly parts: readonly Part[]
  /** The ways to say yes that this form offers, beside the number that is typed. */
  readonly ways: readonly string[]
}

/** Measures the script of a form with nine countries, in the form's first language. */
export const measureForm = async (server: FormServer): Promise<FormSize> => {
  const sent = await server.sent(`/f/${NINE_COUNTRIES}.js?language=es`)
  const script = brotliDecompressSync(sent).toString('utf8')
  const { code, view, path } = takenApart(script)
  const ways = Object.entries(record(view['ways'])).flatMap(([way, link]) => (link ? [way] : []))
  return { bytes: sent.length, parts: partsOf(code, view, path), ways }
}

type View = { readonly [name: string]: unknown }

const record = (value: unknown): View =>
  value !== null && typeof value === 'object' ? { ...value } : {}

const takenApart = (script: string) => {
  const [, code, json, path] = /^(.*\n;Quiero\.start\()(\{.*\}),("[^"]+"\))$/su.exec(script) ?? []
  if (!code || !json || !path) throw new Error('a form’s script is no longer code and a call')
  return { code, view: record(JSON.parse(json)), path }
}

/** What is in the form's document, added one by one to the code, so that the parts add up to the whole. */
const partsOf = (code: string, view: View, path: string): readonly Part[] => {
  const { texts, notice, countries, ...rest } = view
  const grown: readonly (readonly [string, View])[] = [
    ['code', {}],
    ['words of the form', { texts }],
    ['notice', { texts, notice }],
    ['countries', { texts, notice, countries }],
    ['token, links and the rest', { texts, notice, countries, ...rest }],
  ]
  let before = 0
  return grown.map(([name, some]) => {
    // In the order in which the server writes them, with what is not there yet left out.
    const kept = Object.keys(view).flatMap((key) => (key in some ? [[key, view[key]]] : []))
    const size = brotliSize(`${code}${JSON.stringify(Object.fromEntries(kept))},${path}`)
    const part = { name, bytes: size - before }
    before = size
    return part
  })
}
