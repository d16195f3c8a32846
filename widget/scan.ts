import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import type { Scan } from './part.ts'

/** Draws a text as a QR code. */
export const scan: Scan = (text) => {
  const code = generate(text)
  return { path: toSvgPath(code), size: code.size }
}
