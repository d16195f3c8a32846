import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'

/** A block of code. Lines break where they must, so that nothing has to be scrolled sideways. */
export const block = (text: string): Html => html`<pre><code>${tinted(text)}</code></pre>`

/** An example as it goes over the wire: a text as it is, everything else as JSON that people can read. */
export const example = (value: unknown): Html =>
  block(typeof value === 'string' ? value.trimEnd() : readableJson(value))

/** JSON in few lines: what is short stands in one. */
export const readableJson = (value: unknown, indent = ''): string => {
  const short = oneLine(value)
  if (typeof value !== 'object' || value === null || short.length + indent.length <= WIDTH)
    return short
  const deeper = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const lines = Array.isArray(value)
    ? value.map((each) => readableJson(each, deeper))
    : Object.entries(value).map(
        ([name, each]) => `${JSON.stringify(name)}: ${readableJson(each, deeper)}`,
      )
  return `${open}\n${lines.map((line) => `${deeper}${line}`).join(',\n')}\n${indent}${close}`
}

const WIDTH = 68

const oneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([name, each]) => `${JSON.stringify(name)}: ${oneLine(each)}`,
  )
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}'
}

const PARTS =
  /("(?:[^"\\\n]|\\.)*")(\s*:)?|\b(true|false|null|-?\d+(?:\.\d+)?)\b(?=\s*[,\]}\n]|$)/gu

/** Names, texts and plain values told apart by colour; the words are the same without it. */
const tinted = (text: string): Html => {
  const parts: (Html | string)[] = []
  let end = 0
  for (const match of text.matchAll(PARTS)) {
    const [whole, quoted, colon] = match
    parts.push(text.slice(end, match.index))
    const kind = colon === undefined ? (quoted === undefined ? 'word' : 'text') : 'name'
    parts.push(html`<span class="${kind}">${quoted ?? whole}</span>${colon ?? ''}`)
    end = match.index + whole.length
  }
  return html`${[...parts, text.slice(end)]}`
}
