const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** A text as it can stand in HTML, between tags and in an attribute. */
export const escapedHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => ENTITIES.get(sign) ?? sign)
