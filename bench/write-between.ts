import { readFile, writeFile } from 'node:fs/promises'

const ROOT = new URL('../', import.meta.url)

/** The text between the markers of that name in a page, such as `<!-- figures -->` and `<!-- /figures -->`. */
export const readBetween = async (page: string, name: string): Promise<string> => {
  const text = between(name).exec(await readFile(new URL(page, ROOT), 'utf8'))?.[2]
  if (text === undefined) throw new Error(`${page} has no place for the ${name}`)
  return text
}

/** Puts a text between such markers. */
export const writeBetween = async (page: string, name: string, text: string): Promise<void> => {
  const file = new URL(page, ROOT)
  const before = await readFile(file, 'utf8')
  if (!between(name).test(before)) throw new Error(`${page} has no place for the ${name}`)
  const after = before.replace(
    between(name),
    (_, from: string, _text: string, to: string) => `${from}\n${text}\n\n${to}`,
  )
  await writeFile(file, after)
}

const between = (name: string): RegExp =>
  new RegExp(`(<!-- ${name} -->\\n)(.*)(<!-- /${name} -->)`, 'su')
