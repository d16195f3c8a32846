/**
 * A draft of an SMS by RFC 5724, `sms:+N?body=…`, which is what Android takes. Apple's devices take the same
 * with `&` for the `?`, so the page that knows where it runs changes that one character.
 */
export const smsLink = (phone: string, body: string): string =>
  `sms:${phone}?body=${encodeURIComponent(body)}`

/** A draft of an e-mail, as a link says it. */
export type MailDraft = { readonly subject: string; readonly body: string | null }

/**
 * A draft of an e-mail by RFC 6068: no `+` for a space, line breaks as %0D%0A. The subject comes last, so that
 * more words of it can be put after the link.
 */
export const mailLink = (address: string, { subject, body }: MailDraft): string => {
  const to = address.split('@').map(encodeURIComponent).join('@')
  const begin = body === null ? '' : `body=${encodeURIComponent(body.replace(/\r?\n/gu, '\r\n'))}&`
  return `mailto:${to}?${begin}subject=${encodeURIComponent(subject)}`
}
