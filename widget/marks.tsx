import { WHATSAPP_GLYPH, WHATSAPP_GREEN } from './whatsapp-glyph.ts'

/** The WhatsApp glyph, always beside the word, never instead of it. */
export const WhatsAppMark = () => (
  <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <path fill={WHATSAPP_GREEN} d={WHATSAPP_GLYPH} />
  </svg>
)

/** A tick: beside a number that is complete, and where something is confirmed. */
export const Tick = () => (
  <svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </svg>
)
