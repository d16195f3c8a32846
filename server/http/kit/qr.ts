import { correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'
import { toSvgPath } from 'lean-qr/extras/svg'
import { html } from 'hono/html'
import type { Html } from '../pages/page.ts'

/** What is kept white around a code, in its modules (ISO/IEC 18004). */
const QUIET = 4

const PNG_SCALE = 16

// Paper gets scratched and wet.
const codeOf = (text: string) => generate(text, { minCorrectionLevel: correction.M })

type Square = { readonly x: number; readonly y: number; readonly side: number }

/** A QR code of a text in a square of a drawing, the white around it included. */
export const qrAt = (text: string, { x, y, side }: Square): Html => {
  const code = codeOf(text)
  return html`<svg
    x="${x}"
    y="${y}"
    width="${side}"
    height="${side}"
    viewBox="${-QUIET} ${-QUIET} ${sizeOf(code)} ${sizeOf(code)}"
    shape-rendering="crispEdges"
  >
    <path d="${toSvgPath(code)}" fill="#000000" />
  </svg>`
}

/** The same as a drawing of its own, a millimetre to a module. */
export const qrSvg = (text: string, name: string): Html => {
  const side = sizeOf(codeOf(text))
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${side} ${side}"
    width="${side}mm"
    height="${side}mm"
  >
    <title>${name}</title>
    <rect width="${side}" height="${side}" fill="#ffffff" />
    ${qrAt(text, { x: 0, y: 0, side })}
  </svg>`
}

const sizeOf = ({ size }: ReturnType<typeof codeOf>): number => size + 2 * QUIET

/** The same in pixels, sixteen to a module. */
export const qrPng = (text: string): Uint8Array =>
  toPngBuffer(codeOf(text), { pad: QUIET, scale: PNG_SCALE, off: [255, 255, 255] })
