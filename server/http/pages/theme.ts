import { readFileSync } from 'node:fs'
import type { Theme } from '../../../consent/company.ts'

const read = (name: string): string =>
  readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8')

/** The style sheet of all pages, sent within each: a page is one request. */
const STYLE = ['base', 'form', 'chat'].map(read).join('')

/** The style sheet with a form's colour and corners. Whatever is no colour or no number is left out. */
export const styleOf = ({ accent, radius }: Theme): string => {
  const colour = accent !== undefined && /^#[\da-f]{6}$/iu.test(accent) ? accent : null
  const corner = typeof radius === 'number' ? `--radius:${radius}px;` : ''
  const colours = colour ? `--accent:${colour};--on-accent:${inkOn(colour)};` : ''
  return `${STYLE}:root{${colours}${corner}}`
}

/** Black or white, whichever is easier to read on a colour (relative luminance). */
const inkOn = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff'
}
