import { Hono } from 'hono'
import { languagesOf } from '../../consent/notice.ts'
import { findForm } from '../actions/find-form.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { noteCompany } from './answered.ts'
import { WIDGET_FILES, type HttpDeps, type WidgetFileName } from './deps.ts'
import type { FormScripts } from './form-scripts.ts'
import { languageFor } from './languages.ts'
import { pack, sendPacked, type Packed } from './packed.ts'
import { refuse } from './problems.ts'

// A script of another origin may be embedded anywhere; what it can do is checked where it acts.
const SCRIPT = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const

/** GET /f/{form}.js: the widget and this form in one request. GET /w/{version}/{file}.js: its files, for ever. */
export const scriptRoutes = (deps: HttpDeps, scripts: FormScripts) => {
  const packed = new Map<WidgetFileName, Promise<Packed>>()
  const packedFile = (name: WidgetFileName): Promise<Packed> => {
    const file = packed.get(name) ?? pack(deps.widget.files[name])
    packed.set(name, file)
    return file
  }
  return new Hono()
    .get('/f/:file{frm_[a-z0-9_-]+\\.js}', async (c) => {
      const found = await findForm(deps.memory, c.req.param('file').replace(/\.js$/u, ''))
      if (isProblem(found)) return refuse(c, found)
      noteCompany(c.req, found.company.id)
      const language = languageFor(c.req, languagesOf(found.company, found.form))
      return sendPacked(c, await scripts.of(found, language), {
        ...SCRIPT,
        'Cache-Control': 'public, max-age=300',
        Vary: 'Accept-Language',
      })
    })
    .get('/w/:version/:file{[a-z]+\\.js}', async (c) => {
      const name = WIDGET_FILES.find((each) => `${each}.js` === c.req.param('file'))
      const isOurs = name && c.req.param('version') === deps.widget.version
      if (!isOurs) return refuse(c, problem('not-found'))
      return sendPacked(c, await packedFile(name), {
        ...SCRIPT,
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
    })
}
