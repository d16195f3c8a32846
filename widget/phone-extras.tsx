import { CountryList } from './country-list.tsx'
import type { LaterDrawing } from './drawing.ts'
import { askLandline } from './landline.ts'
import { readEntry } from './reaction.ts'

/** What stands under the phone field once it is asked for: the list of countries, and a landline's question. */
export const PhoneExtras = (drawing: LaterDrawing<'filling-in' | 'opting-out'>) => (
  <>
    <CountryList {...drawing} />
    <p class="news" aria-live="polite">
      {drawing.state.screen === 'filling-in' &&
        askLandline(readEntry(drawing.state), drawing.later)}
    </p>
  </>
)
