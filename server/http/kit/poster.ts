import { html } from 'hono/html'
import { inkOn } from '../../../consent/contrast.ts'
import type { Html } from '../pages/page.ts'
import type { Drawn } from './drawn.ts'
import { qrAt } from './qr.ts'
import { fits, textInBox, type BoxedText, type Column } from './text-in-box.ts'

/** Sheets of ISO 216, in millimetres. Both are as wide to their height, so that one drawing serves. */
const SHEETS = { a4: [210, 297], a6: [105, 148] } as const

const BLACK = '#000000'
const COLUMN: Column = { middle: 105, width: 174 }
const BAND: Column = { middle: 105, width: 168 }
const PILL: Column = { middle: 105, width: 132 }

/** A place in the drawing of A4, from above. What is smallest there is 7 points high on A6. */
type Place = Pick<BoxedText, 'top' | 'height' | 'size' | 'least' | 'weight'>
const NAME: Place = { top: 14, height: 32, size: 22, least: 8, weight: 'bold' }
const HEADING: Place = { top: 46, height: 18, size: 9.5, least: 6, weight: 'regular' }
const SCAN: Place = { top: 71, height: 10, size: 8, least: 5, weight: 'bold' }
const NUMBER: Place = { top: 184, height: 20, size: 17.5, least: 8, weight: 'bold' }
const OFFICIAL: Place = { top: 205, height: 10, size: 6, least: 4, weight: 'bold' }
/** A poster never keeps quiet about a part of what it asks for: where frequencies find no room, the titles alone do. */
const TOPICS: Place = { top: 218, height: 20, size: 6.2, least: 4.2, weight: 'regular' }
const LEAST_TITLES = 3.2
const STOP: Place = { top: 239, height: 15, size: 6.2, least: 4.8, weight: 'bold' }
const BY_HAND: Place = { top: 255, height: 8, size: 5.2, least: 4.8, weight: 'regular' }
const CHECK: Place = { top: 263, height: 12.5, size: 4.8, least: 4.8, weight: 'regular' }
const TRADEMARK: Place = { top: 276, height: 12.5, size: 4.8, least: 4.8, weight: 'regular' }

/** A poster that says whose number this is and how to say yes: black on white, but for a band that stays dark in grey. */
export const poster = (drawn: Drawn, sheet: keyof typeof SHEETS): Html => {
  const [width, height] = SHEETS[sheet]
  const { company, number, texts, accent, link, words, badge } = drawn
  const asked = topicsOf(drawn)
  const line = (place: Place, text: string, column = COLUMN, fill = BLACK): Html =>
    textInBox({ ...place, text, fill }, column)
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 210 297"
    width="${width}mm"
    height="${height}mm"
    xml:lang="${drawn.language}"
    font-family="Helvetica, Arial, 'Liberation Sans', sans-serif"
  >
    <title>${company}: ${texts.heading} (${number})</title>
    <rect width="210" height="297" fill="#ffffff" />
    <rect x="10" y="10" width="190" height="58" rx="6" fill="${accent}" />
    ${line(NAME, company, BAND, inkOn(accent))} ${line(HEADING, texts.heading, BAND, inkOn(accent))}
    ${line(SCAN, texts.scan)}
    <rect
      x="55"
      y="83"
      width="100"
      height="100"
      rx="6"
      fill="#ffffff"
      stroke="${BLACK}"
      stroke-width="1.4"
    />
    ${qrAt(link, { x: 56, y: 84, side: 98 })} ${line(NUMBER, number)}
    <rect x="34" y="205" width="142" height="11" rx="5.5" fill="${BLACK}" />
    ${line(OFFICIAL, texts.badge[badge], PILL, '#ffffff')} ${line(asked.place, asked.text)}
    ${line(STOP, texts.stop)} ${line(BY_HAND, texts.byHand(words))}
    ${line(CHECK, texts.check(drawn.check))} ${line(TRADEMARK, texts.trademark)}
  </svg> `
}

const topicsOf = ({ texts, topics, titles, notCondition }: Drawn) => {
  const text = `${texts.topics(topics)} ${notCondition}`
  return fits({ ...TOPICS, text, fill: BLACK }, COLUMN)
    ? { place: TOPICS, text }
    : { place: { ...TOPICS, least: LEAST_TITLES }, text: texts.topics(titles) }
}
