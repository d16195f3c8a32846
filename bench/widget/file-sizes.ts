import { readWidgetFiles } from '../../server/widget-file.ts'
import type { FormServer } from '../../test/support/form-server.ts'

/** A file of the widget, and its bytes as the server sends them. */
export type FileSize = { readonly name: (typeof LATER)[number]; readonly bytes: number }

const LATER = ['more', 'place', 'scan', 'work', 'widget'] as const

/** Measures the files that come after a form's script, and the one that holds everything. */
export const measureFiles = (server: FormServer): Promise<readonly FileSize[]> => {
  const { version } = readWidgetFiles('dist')
  return Promise.all(
    LATER.map(async (name) => ({
      name,
      bytes: (await server.sent(`/w/${version}/${name}.js`)).length,
    })),
  )
}
