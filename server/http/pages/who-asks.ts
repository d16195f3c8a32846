import { html } from 'hono/html'
import { spacedPhone } from '../../../consent/masked.ts'
import type { FormVisit } from './form-visit.ts'
import { tick } from './marks.ts'
import type { Html } from './page.ts'
import { unbroken } from './say.ts'

/** Who is asking, and from which number, the way the chat will show it. */
export const whoAsks = ({ shown, texts }: FormVisit): Html => {
  const { company, senders } = shown.notice
  return html`<header class="who">
    ${face(company.name)}
    <div>
      <b>${company.name}</b>
      ${senders.map(
        ({ phone, badge, displayName }) => html`
          <small>
            ${displayName === company.name ? '' : `${displayName} · `}${unbroken(spacedPhone(phone))}
            <span class="badge">${badge === 'verified' ? tick() : ''}${texts[badge]}</span>
          </small>
        `,
      )}
    </div>
  </header>`
}

/** A company's first letter, where a photo would be. */
export const face = (name: string): Html =>
  html`<span class="face" aria-hidden="true"><b>${name.slice(0, 1)}</b></span>`
