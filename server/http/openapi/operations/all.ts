import type { Operations } from '../operation.ts'
import { ACTS } from './acts.ts'
import { COMPANY } from './company.ts'
import { DECISIONS } from './decisions.ts'
import { EVENTS } from './events.ts'
import { FORMS, SERVICE } from './forms.ts'
import { KEYS } from './keys.ts'
import { LINKS } from './links.ts'
import { PEOPLE } from './people.ts'

/** Every operation of the document. A route that is not here is missed by the test that walks the app's. */
export const OPERATIONS: Operations = {
  ...DECISIONS,
  ...ACTS,
  ...LINKS,
  ...PEOPLE,
  ...EVENTS,
  ...COMPANY,
  ...KEYS,
  ...FORMS,
  ...SERVICE,
}
