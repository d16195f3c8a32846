import { readFile, writeFile } from 'node:fs/promises'

const README = new URL('../../README.md', import.meta.url)
const BETWEEN = /(<!-- figures -->\n).*(<!-- \/figures -->)/su

/** Puts the figures between their markers in README.md. */
export const writeReadme = async (figures: string): Promise<void> => {
  const before = await readFile(README, 'utf8')
  if (!BETWEEN.test(before)) throw new Error('README.md has no place for the figures')
  const after = before.replace(
    BETWEEN,
    (_, from: string, to: string) => `${from}\n${figures}\n\n${to}`,
  )
  await writeFile(README, after)
}
