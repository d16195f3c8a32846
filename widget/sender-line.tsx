import type { FormView } from '../contract/form-view.ts'
import { Tick } from './marks.tsx'
import { formatPhone } from './phone-format.ts'
import type { FirstTexts } from '../consent/form-texts.ts'

/** Who is asking, and from which number, the way the chat will show it. */
export const SenderLine = ({
  view,
  texts,
}: {
  readonly view: FormView
  readonly texts: FirstTexts
}) => {
  const { company, senders } = view.notice
  return (
    <header>
      <span class="face" aria-hidden="true">
        <b>{company.name.slice(0, 1)}</b>
      </span>
      <div>
        <b>{company.name}</b>
        {senders.map(({ phone, badge, displayName }) => (
          <small key={phone}>
            {displayName !== company.name && `${displayName} · `}
            {formatPhone(phone, view.countries, '')}
            <span class="badge">
              {badge === 'verified' && <Tick />}
              {badge === 'verified' ? texts.verified : texts.business}
            </span>
          </small>
        ))}
      </div>
    </header>
  )
}
