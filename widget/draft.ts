import type { FormHandedIn } from '../contract/opt-in.ts'

/** The message that confirms, as the link carries it, and the least of it that counts. */
export const draftIn = ({ code, links }: FormHandedIn) => {
  const whole = textOf(links.whatsapp) ?? `#want ${code}`
  const end = whole.indexOf(code)
  return { whole, shortest: end < 0 ? `#want ${code}` : whole.slice(0, end + code.length) }
}

const textOf = (link: string): string | null => {
  try {
    return new URL(link).searchParams.get('text')
  } catch {
    return null
  }
}
