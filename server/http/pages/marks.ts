import { html } from 'hono/html'
import type { Html } from './page.ts'

/** A tick: beside a verified name, and where something is done. */
export const tick = (): Html =>
  html`<svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </svg>`

/** The mark of what is done. */
export const done = (): Html => html`<span class="face">${tick()}</span>`

/** The mark of what is wrong. */
export const warning = (): Html =>
  html`<span class="face warning">
    <svg class="tick" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v9M12 18.5v.5" /></svg>
  </span>`
