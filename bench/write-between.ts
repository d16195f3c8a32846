import { readFile, writeFile } from 'node:fs/promises'

const ROOT = new URL('../', import.meta.url)

/** Puts a text between the markers of that name in a page, such as `<!-- figures -->` and `<!-- /figures -->`. */
export const writeBetween = async (page: string, name: string, text: string): Promise<void> => {
  const file = new URL(page, ROOT)
  const before = await readFile(file, 'utf8')
  const between = new RegExp(`(<!-- ${name} -->\\n).*(<!-- /${name} -->)`, 'su')
  if (!between.test(before)) throw new Error(`${page} has no place for the ${name}`)
  const after = before.replace(
    between,
    (_, from: string, to: string) => `${from}\n${text}\n\n${to}`,
  )
  await writeFile(file, after)
}
