import type { HonoRequest } from 'hono'

const NAME = 'List-Unsubscribe'
const VALUE = 'One-Click'

/**
 * Whether a mail program posts the way out that an e-mail's headers offered (RFC 8058, section 3.2): as a form of
 * either kind, with no cookie and from no page of ours.
 */
export const isOneClick = async (request: HonoRequest): Promise<boolean> => {
  const text = await request.text()
  const type = request.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/iu.test(type)) return new URLSearchParams(text).get(NAME) === VALUE
  const parts = new Response(text, { headers: { 'content-type': type } })
  const fields = await parts.formData().catch(() => null)
  return fields?.get(NAME) === VALUE
}
