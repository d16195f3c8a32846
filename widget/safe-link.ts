// iOS and macOS read the text of an SMS link after an ampersand, everything else after a question mark
// (facts section 3).
const IS_APPLE = /^(?:Mac|iP)/u.test(navigator.platform)

/** A link that leads somewhere and runs nothing: a document that says `javascript:` gets a dead one. */
export const safeLink = (url: string): string => {
  if (!/^(?:https?|whatsapp|sms|mailto):/iu.test(url)) return '#'
  return IS_APPLE ? url.replace(/^(sms:[^?]*)\?/u, '$1&') : url
}
