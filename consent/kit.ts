/** What says "this is our official number" outside of any page. Each has a code of its own, so that its yeses are counted apart. */
export const KIT_PIECES = ['link', 'qr', 'signature', 'receipt', 'poster-a4', 'poster-a6'] as const
export type KitPiece = (typeof KIT_PIECES)[number]

const TEXT = 'text/plain; charset=utf-8'
const SVG = 'image/svg+xml'

/** The files of the kit: of which piece each is, and its media type. */
export const KIT_FILES = {
  'link.txt': { piece: 'link', type: TEXT },
  'qr.svg': { piece: 'qr', type: SVG },
  'qr.png': { piece: 'qr', type: 'image/png' },
  'signature.html': { piece: 'signature', type: 'text/html; charset=utf-8' },
  'signature.txt': { piece: 'signature', type: TEXT },
  'receipt.txt': { piece: 'receipt', type: TEXT },
  'receipt-32.txt': { piece: 'receipt', type: TEXT },
  'receipt-42.txt': { piece: 'receipt', type: TEXT },
  'poster-a4.svg': { piece: 'poster-a4', type: SVG },
  'poster-a6.svg': { piece: 'poster-a6', type: SVG },
} as const satisfies {
  readonly [file: string]: { readonly piece: KitPiece; readonly type: string }
}
export type KitFile = keyof typeof KIT_FILES
