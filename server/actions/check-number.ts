import type { Company, Sender } from '../../consent/company.ts'
import { heardPhone, type E164 } from '../../consent/line.ts'
import { countryOf, parsePhone } from '../../consent/phone.ts'
import { isPhoneProblem, type PhoneProblem } from '../../consent/phone-problem.ts'
import { typedPhone } from '../../consent/typed-phone.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** A sender with the company that it is of. */
export type FoundSender = { readonly stored: StoredCompany; readonly sender: Sender }

/** The sender that a public address names. */
export const findSender = async (
  { memory }: Deps,
  company: string,
  id: string,
): Promise<FoundSender | Problem> => {
  const stored = await memory.company(company)
  const sender = stored?.document.senders.find((candidate) => candidate.id === id)
  return stored && sender ? { stored, sender } : problem('sender-not-found')
}

/** What a number that wrote to somebody is: this sender's, another of the company's, nobody's of theirs, or not readable. */
export type NumberVerdict = 'this' | 'another' | 'none' | 'unclear'

/**
 * Whether a number is one that the company writes from. Nothing of it is kept. WhatsApp shows numbers with
 * their country code; without one a number is read as one of the senders' countries, unless the same digits
 * are a number of some other country, which it may well be that wrote.
 */
export const checkNumber = (
  deps: Deps,
  { stored, sender }: FoundSender,
  pasted: string,
): NumberVerdict => {
  const ours = stored.document.senders.map(lineOf)
  const phone = readPasted(deps, stored.document, pasted)
  if (phone === null) return 'unclear'
  if (phone === lineOf(sender)) return 'this'
  return ours.includes(phone) ? 'another' : 'none'
}

const lineOf = ({ phone }: Sender): E164 | null => heardPhone(phone)

const readPasted = (deps: Deps, { senders }: Company, pasted: string): E164 | null => {
  const { metadata } = deps.phones
  const typed = typedPhone(pasted)
  if (isPhoneProblem(typed)) return null
  const lines = senders.flatMap((each) => lineOf(each) ?? [])
  const abroad = heardPhone(typed.digits)
  if (lines.some((line) => line === abroad)) return abroad
  const world = parsePhone(`+${typed.digits}`, [], metadata)
  if (!isPhoneProblem(world)) return abroad
  // A number that no plan knows is nobody's of theirs; one of a wrong length was not copied whole.
  if (typed.isInternational) return isOfWrongLength(world) ? null : abroad
  const countries = lines.flatMap((line) => countryOf(line, metadata) ?? [])
  const home = parsePhone(pasted, countries, metadata)
  return isPhoneProblem(home) ? null : home
}

const isOfWrongLength = ({ problem: kind }: PhoneProblem): boolean =>
  kind === 'phone-too-short' || kind === 'phone-too-long'
