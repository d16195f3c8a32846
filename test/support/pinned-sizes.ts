import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const Package = v.object({
  quiero: v.object({
    sizes: v.strictObject({
      form: v.number(),
      first: v.number(),
      more: v.number(),
      place: v.number(),
      scan: v.number(),
      work: v.number(),
      widget: v.number(),
      country: v.number(),
    }),
  }),
})

/** What the files of the widget may weigh, in bytes of Brotli, as package.json pins it. */
export const pinnedSizes = () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return v.parse(Package, JSON.parse(text)).quiero.sizes
}
