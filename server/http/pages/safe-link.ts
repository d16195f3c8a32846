/** A link that leads to a page and runs nothing. */
export const safeLink = (url: string): string => (/^https?:/iu.test(url) ? url : '#')
