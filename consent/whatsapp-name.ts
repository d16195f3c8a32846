/** The name in whatever spelling; "what's appearing" is another matter. */
export const ANY_WHATSAPP = /what['’]?s(?:app|[\s_-]+apps?\b)/iu
const SLANG = /\b(?:what?sap|watsapp|wasapp?|guasapp?|wapp|wpp|wsp|zapzap)\b/iu

/** Whether a text writes WhatsApp otherwise than its owner wants it written (facts section 8). */
export const isWhatsAppMisspelt = (text: string): boolean => {
  const rest = text.replace(/https?:\/\/\S+|\bWhatsApp\b/gu, '')
  return ANY_WHATSAPP.test(rest) || SLANG.test(rest) || /\bWA\b/u.test(rest)
}
