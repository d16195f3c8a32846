/** A link that leads somewhere and runs nothing: a document that says `javascript:` gets a dead one. */
export const safeLink = (url: string): string => (/^(?:https?|whatsapp):/iu.test(url) ? url : '#')
