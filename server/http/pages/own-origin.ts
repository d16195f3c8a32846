import type { HonoRequest } from 'hono'

/**
 * Whether a form was posted from one of our own pages. Browsers say "null" for a page whose referrer policy
 * or frame hides where it is, and old ones say nothing (facts section 17); no cookie is ever involved, so
 * that all another page could do here it could do without a browser.
 */
export const isFromOurPage = (request: HonoRequest, publicUrl: string): boolean => {
  const origin = request.header('origin')
  if (origin === undefined || origin === 'null' || origin === publicUrl) return true
  // Under another name of ours, such as 127.0.0.1 for localhost.
  return request.header('sec-fetch-site') === 'same-origin'
}
