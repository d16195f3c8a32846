import type { FileParts, Files } from './part.ts'

/** Loads a file of the widget, which puts what it brings among the parts. */
export type LoadFile = (base: string, name: string) => Promise<unknown>

/** The widget's other files at an address: each is loaded once, when it is asked for first. */
export const filesAt = (base: string, parts: FileParts, load: LoadFile): Files => ({
  more: async () => {
    if (!parts.more) await load(base, 'more')
    return brought(parts.more)
  },
  scan: async () => {
    if (!parts.scan) await load(base, 'scan')
    return brought(parts.scan)
  },
})

const brought = <T>(part: T | undefined): T => {
  if (part) return part
  throw new Error('the file brought nothing')
}
