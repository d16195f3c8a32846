import { sayComplaint } from './complaint.ts'
import { CountryList } from './country-list.tsx'
import type { LaterDrawing } from './drawing.ts'
import { askLandline } from './landline.ts'

/** What stands under the phone field when there is something to say: a complaint, a question, the countries. */
export const PhoneExtras = (drawing: LaterDrawing<'filling-in' | 'opting-out'>) => {
  const { state, later } = drawing
  const { complaint, entry, view, screen } = state
  return (
    <>
      <p id="phone-complaint" class="bad" aria-live="polite">
        {complaint && sayComplaint(complaint, later, view.language)}
      </p>
      <CountryList {...drawing} />
      <p class="news" aria-live="polite">
        {screen === 'filling-in' && askLandline(entry.phone, view.countries, later)}
      </p>
    </>
  )
}
