import { html } from 'hono/html'
import { tick } from './marks.ts'
import type { Html } from './page.ts'
import { face } from './who-asks.ts'

/** What a drawing of a chat shows. */
export type DrawnChat = {
  readonly name: string
  readonly number: string
  readonly isVerified: boolean
  readonly info: string
  readonly kind: string
  readonly letterOf: string
}

/**
 * The top of a chat, and what is seen when it is tapped. A drawing of ours: none of WhatsApp's own
 * assets are in it, and what it says stands in words beside it.
 */
export const chatDrawing = ({ name, number, isVerified, info, kind, letterOf }: DrawnChat): Html =>
  html`<div class="drawing" aria-hidden="true">
    <div class="chat">
      <p class="chat-top">
        <span class="back"></span>${face(letterOf)}
        <b class="badge">${name}${isVerified ? tick() : ''}</b>
      </p>
      <p class="bubble"></p>
      <p class="bubble short"></p>
    </div>
    <div class="chat info">
      <small>${info}</small>
      ${face(letterOf)}
      <b class="badge">${name}${isVerified ? tick() : ''}</b>
      <p class="ringed">${number}</p>
      <small>${kind}</small>
    </div>
  </div>`
