import { Fragment as fragment, h as element, render } from 'preact'
import { typedPhone } from '../consent/typed-phone.ts'
import { Tick, WhatsAppMark } from './marks.tsx'
import { mountWidget } from './mount.tsx'
import { PhoneBox } from './phone-box.tsx'
import { dialledIn, editPhone } from './phone-field.ts'
import { formatPhone } from './phone-format.ts'
import { isInUse, isLandline, withoutTrunk } from './phone-plan.ts'
import { StopLink, TroubleLine } from './stop-link.tsx'
import { tellPage } from './tell-page.ts'

/**
 * What the other files of the widget take from the first, instead of the modules that `vite.config.ts` names:
 * two copies of Preact can't draw into one another, and what is large is not sent twice.
 */
export const KIT = {
  Fragment: fragment,
  h: element,
  Tick,
  WhatsAppMark,
  PhoneBox,
  StopLink,
  TroubleLine,
  dialledIn,
  editPhone,
  formatPhone,
  isInUse,
  isLandline,
  mountWidget,
  render,
  tellPage,
  typedPhone,
  withoutTrunk,
}
