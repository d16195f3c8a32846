import type { FileParts, Files } from './part.ts'

/** Loads a file of the widget, which puts what it brings among the parts. */
export type LoadFile = (base: string, name: string) => Promise<unknown>

/** The widget's other files at an address: each is loaded once, when it is asked for first. */
export const filesAt = (base: string, parts: FileParts, load: LoadFile): Files => {
  const file =
    <Name extends keyof FileParts>(name: Name) =>
    async () => {
      if (!parts[name]) await load(base, name)
      const part = parts[name]
      if (part) return part
      throw new Error(name)
    }
  return { more: file('more'), scan: file('scan'), place: file('place'), work: file('work') }
}
