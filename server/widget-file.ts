import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { ConfigError } from './config.ts'
import type { WidgetFile } from './http/deps.ts'

/** The widget as `npm run build` made it, named by what is in it. */
export const readWidgetFile = (file: string): WidgetFile => {
  if (!existsSync(file))
    throw new ConfigError('The widget is not built yet: run "npm run build" first.')
  const code = readFileSync(file, 'utf8')
  const hash = createHash('sha384').update(code).digest()
  return {
    code,
    version: hash.toString('hex').slice(0, 12),
    integrity: `sha384-${hash.toString('base64')}`,
  }
}
