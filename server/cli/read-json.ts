import { readFileSync } from 'node:fs'
import { ConfigError } from '../config.ts'

/** The JSON of a file, or of standard input for "-". */
export const readJson = (file: string): unknown => parse(readText(file))

const readText = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    throw new ConfigError(`The file ${file} cannot be read.`)
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError('The document is not JSON.')
  }
}
