import { caretAt, focusOn } from './page.ts'
import type { Effects, Mounted } from './part.ts'

/** What the form does outside while it is being filled in. */
export const firstEffects = ({ shadow }: Mounted): Effects => ({
  focus: ({ on }) => focusOn(shadow, on),
  caret: ({ at }) => caretAt(shadow, at),
})
