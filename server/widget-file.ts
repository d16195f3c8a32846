import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { ConfigError } from './config.ts'
import type { WidgetFileName, WidgetFiles } from './http/deps.ts'

/** The widget as `npm run build` made it, named by what is in it. */
export const readWidgetFiles = (folder: string): WidgetFiles => {
  const read = (name: WidgetFileName): string => {
    const file = `${folder}/${name}.js`
    if (existsSync(file)) return readFileSync(file, 'utf8')
    throw new ConfigError('The widget is not built yet: run "npm run build" first.')
  }
  const files = {
    first: read('first'),
    more: read('more'),
    place: read('place'),
    scan: read('scan'),
    work: read('work'),
    widget: read('widget'),
  }
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)
  const integrity = createHash('sha384').update(files.widget).digest('base64')
  return { files, version, integrity: `sha384-${integrity}` }
}
