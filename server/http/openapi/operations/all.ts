import type { Operations } from '../operation.ts'
import { ACTS } from './acts.ts'
import { COMPANY } from './company.ts'
import { DECISIONS } from './decisions.ts'
import { EVENTS } from './events.ts'
import { EXPORTS } from './exports.ts'
import { FORMS, SERVICE } from './forms.ts'
import { IMPORTS } from './imports.ts'
import { KEYS } from './keys.ts'
import { LOG } from './log.ts'
import { LINKS } from './links.ts'
import { KIT } from './kit.ts'
import { PEOPLE } from './people.ts'
import { QUALITY } from './quality.ts'
import { TEMPLATES } from './templates.ts'

/**
 * Every operation of the document. A route that is not here is missed by the test that walks the app's: it takes its
 * place in the file of its area, and what it is sent and answers among the `SCHEMAS`.
 */
export const OPERATIONS: Operations = {
  ...DECISIONS,
  ...ACTS,
  ...LINKS,
  ...PEOPLE,
  ...IMPORTS,
  ...EXPORTS,
  ...EVENTS,
  ...LOG,
  ...COMPANY,
  ...TEMPLATES,
  ...QUALITY,
  ...KIT,
  ...KEYS,
  ...FORMS,
  ...SERVICE,
}
