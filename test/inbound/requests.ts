import * as fc from 'fast-check'
import type { ProviderRequest } from '../../server/inbound/provider.ts'

/** A provider's POST with these headers, whose names are in small letters. */
export const postOf = (
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  url = 'https://quiero.example/webhooks',
): ProviderRequest => ({
  method: 'POST',
  url,
  header: (name) => headers[name] ?? null,
  body: Buffer.from(body),
  pathToken: null,
})

/** A change of one byte: where, of a thousand parts of the body, and by which bits. */
export const oneByte = fc.record({
  at: fc.integer({ min: 0, max: 999 }),
  bits: fc.integer({ min: 1, max: 255 }),
})

/** A body with that one byte changed. */
export const changed = (
  body: string | Uint8Array,
  { at, bits }: { readonly at: number; readonly bits: number },
): Uint8Array => {
  const bytes = Buffer.from(body)
  const place = Math.floor((at * bytes.length) / 1000)
  bytes[place] = (bytes[place] ?? 0) ^ bits
  return bytes
}

/** Words as people and providers write them: any characters, and often the ones that spoil encodings. */
export const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('é', 'ñ', '👍', ' ', '+', '&', '=', '%', '"', '\\', "'", '\u200B', '\n'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
})
