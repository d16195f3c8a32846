import { readFileSync } from 'node:fs'

/** The lines of a corpus. */
export const corpus = (name: string): readonly string[] =>
  readFileSync(new URL(`corpora/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** What customers write who want something else, a message a line; the tricky ones look like an opt-out. */
export const ORDINARY = ['es', 'pt', 'en', 'tricky'].flatMap((name) => corpus(`ordinary-${name}`))

/** What customers write who want no more messages, in other words than the list's. */
export const SUSPECTED = ['es', 'pt', 'en', 'mixed'].flatMap((name) => corpus(`suspected-${name}`))
