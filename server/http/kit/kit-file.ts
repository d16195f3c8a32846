import type { KitFile } from '../../../consent/kit.ts'
import type { Drawn } from './drawn.ts'
import { poster } from './poster.ts'
import { qrPng, qrSvg } from './qr.ts'
import { receipt, thermalReceipt } from './receipt.ts'
import { signatureHtml, signatureText } from './signature.ts'

type Made = string | Uint8Array | Promise<string>

const text = async (made: ReturnType<typeof poster>): Promise<string> => String(await made)

const MAKERS: { readonly [file in KitFile]: (drawn: Drawn) => Made } = {
  'link.txt': ({ link }) => `${link}\n`,
  'qr.svg': ({ link, company, number }) => text(qrSvg(link, `${company}, ${number}`)),
  'qr.png': ({ link }) => qrPng(link),
  'signature.html': (drawn) => text(signatureHtml(drawn)),
  'signature.txt': signatureText,
  'receipt.txt': receipt,
  'receipt-32.txt': (drawn) => thermalReceipt(drawn, 32),
  'receipt-42.txt': (drawn) => thermalReceipt(drawn, 42),
  'poster-a4.svg': (drawn) => text(poster(drawn, 'a4')),
  'poster-a6.svg': (drawn) => text(poster(drawn, 'a6')),
}

/** A file of the kit. */
export const kitFile = (file: KitFile, drawn: Drawn): Made => MAKERS[file](drawn)
