/** A link that leads to a page or opens a draft, and runs nothing. */
export const safeLink = (url: string): string => (/^(?:https?|sms|mailto):/iu.test(url) ? url : '#')

/** An SMS link as iOS and macOS read it: the text after an ampersand (facts section 3). */
export const appleSms = (url: string): string => url.replace(/^(sms:[^?]*)\?/u, '$1&')
