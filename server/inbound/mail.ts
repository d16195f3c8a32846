import type { Delivered } from '../../consent/delivered.ts'
import { isMailAddress } from '../../consent/mail-address.ts'
import type { Place } from './provider.ts'

/** A header by its name in small letters: the first of that name, which the receiving host added last. */
export type Headers = (name: string) => string | null

/**
 * How much is read of one header, in characters; and of a subject and of a text. Anybody may write an e-mail, and one of
 * megabytes must hold nobody else up; what somebody wants to say stands at its beginning.
 */
export const LONGEST_HEADER = 8_000
const LONGEST_SUBJECT = 1_000
const LONGEST_TEXT = 100_000

/** Headers from a list of pairs, as providers tell them. */
export const headersOf = (pairs: readonly (readonly [name: string, value: string])[]): Headers => {
  const first = new Map<string, string>()
  for (const [name, value] of pairs) {
    const key = name.toLowerCase()
    if (!first.has(key)) first.set(key, value.slice(0, LONGEST_HEADER))
  }
  return (name) => first.get(name) ?? null
}

/** Headers from the text of them, as they stood in the e-mail (RFC 5322 section 2.2). */
export const headersIn = (text: string): Headers =>
  headersOf(
    text
      .replace(/\r?\n[ \t]+/gu, ' ')
      .split(/\r?\n/u)
      .flatMap((line) => {
        const [, name, value] = /^([!-9;-~]+):\s?(.*)$/u.exec(line) ?? []
        return name === undefined || value === undefined ? [] : [[name, value] as const]
      }),
  )

/** The one address in a `From` or `To`, in small letters; null where there is none that can be used. */
const addressIn = (text: string | null): string | null => {
  // A name of any length may stand before it.
  const end = text?.slice(-LONGEST_HEADER) ?? ''
  const address = (/<([^<>\s]+)>\s*$/u.exec(end)?.[1] ?? end).trim().toLowerCase()
  return isMailAddress(address) ? address : null
}

/** An address without what follows a plus, and that: `want+CODE@example.com`. */
const partsOf = (address: string): { readonly mailbox: string; readonly code: string | null } => {
  const [, name = '', code, host = ''] = /^([^+@]*)(?:\+([^@]*))?(@.*)$/u.exec(address) ?? []
  return { mailbox: `${name}${host}`, code: code === undefined || code === '' ? null : code }
}

/**
 * Whether no person wrote an e-mail: an answer of a machine, a list, a bounce (RFC 3834 section 5; providers
 * section 11). Such are dropped before anything in them is read.
 */
const isAutomatic = (header: Headers): boolean => {
  const submitted = header('auto-submitted')?.trim().toLowerCase() ?? 'no'
  const precedence = header('precedence')?.trim().toLowerCase() ?? ''
  return (
    submitted !== 'no' ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(precedence) ||
    header('return-path')?.trim() === '<>' ||
    header('x-autoreply') !== null ||
    header('x-autorespond') !== null
  )
}

const QUOTE_BEGINS = [
  /^-{2,}\s*(?:original message|mensaje original|mensagem original|forwarded message)\s*-{2,}/iu,
  /^(?:on|el|em)\b.{4,200}\b(?:wrote|escribi[óo]|escreveu)\s*:\s*$/iu,
  /^(?:from|de)\s*:.*@/iu,
  // The mark of a signature (RFC 3676 section 4.3), and what phones put in its place.
  /^-- ?$/u,
  /^(?:sent from|sent with|enviado desde|enviado do|enviado de|get outlook|obtener outlook|obtenha o outlook)\b/iu,
  /^_{10,}$/u,
]

/** A writer's own words: without what they quote, and without a signature. */
const ownWords = (text: string): string => {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  const end = lines.findIndex((line) => QUOTE_BEGINS.some((begin) => begin.test(line.trimEnd())))
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !/^\s*>/u.test(line))
    .join('\n')
    .trim()
}

/** A subject without what mail programs put before it. */
const ownSubject = (subject: string): string =>
  subject.replace(/^(?:\s*(?:re|rv|fw|fwd|res|enc|aw)\s*:)+/iu, '').trim()

/**
 * Whether SPF or DKIM passed for the domain that the writer's address names, or for one above or below it
 * (RFC 7489 section 3.1, relaxed). Only the first `Authentication-Results` counts: what stands under it came
 * with the e-mail and may be forged.
 */
const isAligned = (from: string, header: Headers): boolean => {
  const results = header('authentication-results') ?? ''
  const spf = header('received-spf') ?? ''
  const passed = [
    ...namedIn(results, /\bdkim=pass\b[^;]*?\bheader\.(?:d|i)=\s*([^\s;]+)/giu),
    ...namedIn(results, /\bspf=pass\b[^;]*?\bsmtp\.mailfrom=\s*([^\s;]+)/giu),
    ...namedIn(results, /\bdmarc=pass\b[^;]*?\bheader\.from=\s*([^\s;]+)/giu),
    ...(/^\s*pass\b/iu.test(spf) ? namedIn(spf, /\benvelope-from="?<?([^\s;">]+)/giu) : []),
  ]
  return passed.some((domain) => isSameOrganisation(domain, from))
}

/** Whether a domain, or an address in it, is that of a writer's address, above it, or below it. */
const isSameOrganisation = (domainOrAddress: string, from: string): boolean => {
  const [one, other] = [domainOrAddress, from].map((text) =>
    text.toLowerCase().replace(/^.*@/u, '').replace(/\.$/u, ''),
  )
  if (!one?.includes('.') || !other?.includes('.')) return false
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

const namedIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]))

/** An e-mail as a provider tells it; texts that it leaves out are null. */
type RawMail = {
  readonly id: string | null
  readonly from: string | null
  readonly to: string | null
  readonly subject: string | null
  /** What the provider says are the writer's own words, and the whole text. */
  readonly texts: readonly (string | null)[]
  readonly header: Headers
  /** Domains, or addresses at them, for which the provider itself says that SPF or DKIM passed. */
  readonly passed?: readonly (string | null | undefined)[]
}

const startOf = (text: string | null | undefined, length: number): string =>
  text?.slice(0, length) ?? ''

/** An e-mail in our words. */
export const mailOf = ({
  id,
  from,
  to,
  subject,
  texts,
  header,
  passed = [],
}: RawMail): Delivered => {
  const [writer, mailbox] = [addressIn(from), addressIn(to)]
  if (!id || writer === null || mailbox === null) return { kind: 'unknown' }
  if (isAutomatic(header)) return { kind: 'ignored' }
  const isPassed = passed.some((domain) => domain && isSameOrganisation(domain, writer))
  return {
    kind: 'mail',
    account: partsOf(mailbox).mailbox,
    id,
    // The date in an e-mail is the writer's own, and proves nothing.
    sentAt: null,
    from: writer,
    subject: ownSubject(startOf(subject, LONGEST_SUBJECT)),
    text: ownWords(startOf(texts.find(Boolean), LONGEST_TEXT)),
    code: partsOf(mailbox).code,
    isAligned: isPassed || isAligned(writer, header),
  }
}

/** The account of a mailbox: its address, without what follows a plus. */
export const accountByAddress = (_: unknown, { address }: Place): string | null =>
  address === undefined ? null : partsOf(address.toLowerCase()).mailbox
