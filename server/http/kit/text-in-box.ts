import { html } from 'hono/html'
import type { Html } from '../pages/page.ts'
import { widthOf, wrapped, type Weight } from './text-width.ts'

/** A text to be set in a box, all in millimetres: as large as it fits, between two sizes. */
export type BoxedText = {
  readonly text: string
  readonly top: number
  readonly height: number
  readonly size: number
  readonly least: number
  readonly weight: Weight
  readonly fill: string
}

/** Where the boxes stand, one below the other. */
export type Column = { readonly middle: number; readonly width: number }

const LINE = 1.2

/** From the line's top to its baseline, of its height. */
const BASE = 0.79

const STEP = 0.96

type Setting = { readonly size: number; readonly lines: readonly string[] }

const setIn = (boxed: BoxedText, width: number): Setting => {
  const { text, height, weight, least } = boxed
  for (let { size } = boxed; size > least; size *= STEP) {
    const lines = wrapped(text, weight, width / size)
    if (lines.length * size * LINE <= height) return { size, lines }
  }
  const lines = wrapped(text, weight, width / least)
  const room = Math.max(1, Math.floor(height / (least * LINE)))
  return {
    size: least,
    lines: lines.length <= room ? lines : cut(lines, room, weight, width / least),
  }
}

/** What there is no room for is left out, and seen to be. */
const cut = (lines: readonly string[], room: number, weight: Weight, width: number) => {
  const letters = Array.from(lines[room - 1] ?? '')
  while (widthOf(`${letters.join('')}…`, weight) > width) letters.pop()
  return [...lines.slice(0, room - 1), `${letters.join('')}…`]
}

/** Whether nothing of a text has to be left out. */
export const fits = ({ text, height, least, weight }: BoxedText, { width }: Column): boolean =>
  wrapped(text, weight, width / least).length * least * LINE <= height

/** The lines of a text, centred in its box. Each is as long as it was reckoned, whatever font the printer has. */
export const textInBox = (boxed: BoxedText, { middle, width }: Column): Html => {
  const { size, lines } = setIn(boxed, width)
  const { top, height, weight, fill } = boxed
  const first = top + (height - lines.length * size * LINE) / 2
  return html`${lines.map(
    (line, at) =>
      html`<text
        x="${middle}"
        y="${millimetres(first + (at + BASE) * size * LINE)}"
        font-size="${millimetres(size)}"
        font-weight="${weight}"
        fill="${fill}"
        text-anchor="middle"
        textLength="${millimetres(widthOf(line, weight) * size)}"
        lengthAdjust="spacingAndGlyphs"
      >
        ${line}
      </text>`,
  )}`
}

const millimetres = (length: number): string => length.toFixed(2)
