import { Fragment as fragment, h as element } from 'preact'
import { Tick, WhatsAppMark } from './marks.tsx'
import { isPhone, newAttempt, pageShown } from './page.ts'
import { PhoneBox } from './phone-box.tsx'
import { editPhone } from './phone-field.ts'
import { formatPhone } from './phone-format.ts'
import { fillingIn, focus, kept, on, readEntry, stay } from './reaction.ts'
import { safeLink } from './safe-link.ts'
import { StopLink, TroubleLine } from './stop-link.tsx'
import { say } from './texts.ts'
import { plainLink, WAYS } from './way.ts'

/**
 * What the other files of the widget take from the first, instead of the modules that `vite.config.ts` names:
 * two copies of Preact can't draw into one another, and nothing is sent twice.
 */
export const KIT = {
  Fragment: fragment,
  h: element,
  Tick,
  WhatsAppMark,
  PhoneBox,
  StopLink,
  TroubleLine,
  editPhone,
  fillingIn,
  focus,
  isPhone,
  formatPhone,
  kept,
  newAttempt,
  on,
  pageShown,
  plainLink,
  readEntry,
  safeLink,
  say,
  stay,
  WAYS,
}
