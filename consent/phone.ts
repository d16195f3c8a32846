import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type MetadataJson,
  type PhoneNumber,
  type PhoneNumberType,
} from 'libphonenumber-js/core'
import { isE164, respelled, sameLine, type E164 } from './line.ts'
import { plainLine } from './plain-line.ts'
import { isPhoneProblem, type PhoneProblem } from './phone-problem.ts'
import { typedPhone, type TypedPhone } from './typed-phone.ts'

/** The numbering plans of the world, `libphonenumber-js/metadata.max.json`; the server hands them in. */
export type PhoneMetadata = MetadataJson

/**
 * The number that a person typed into a form that offers these countries (ISO 3166; none: any). Without a
 * country code it is the first country's if it can be, else that of the first where it can be a mobile,
 * else of the first where it is valid at all. A landline is taken, because WhatsApp runs on landlines.
 * Where others are taken too, a number with a country code may be of any country.
 */
export const parsePhone = (
  typed: string,
  listed: readonly string[],
  metadata: PhoneMetadata,
  areOthersTaken = false,
): E164 | PhoneProblem => {
  const plain = plainLine(typed, metadata)
  const isTaken = plain && (areOthersTaken || isOffered(plain.country, listed))
  return isTaken ? plain.phone : parseTyped(typed, listed, metadata, areOthersTaken)
}

const parseTyped = (
  typed: string,
  listed: readonly string[],
  metadata: PhoneMetadata,
  areOthersTaken: boolean,
): E164 | PhoneProblem => {
  const phone = typedPhone(typed)
  if (isPhoneProblem(phone)) return phone
  const countries = areOthersTaken && phone.isInternational ? [] : listed
  const readings = readingsOf(phone, countries, metadata)
  const valid = readings.filter((reading) => reading.isValid())
  const usable = valid.filter((reading) => !isPhoneProblem(accepted(reading, countries)))
  const chosen = likeliest(usable, countries) ?? valid[0]
  if (chosen) return accepted(chosen, countries)
  return { problem: lengthProblem(readings[0]?.number ?? `+${phone.digits}`, metadata) }
}

const likeliest = (
  usable: readonly PhoneNumber[],
  [first]: readonly string[],
): PhoneNumber | undefined =>
  usable.find(({ country }) => country === first) ??
  usable.find((reading) => reading.getType()?.endsWith('MOBILE')) ??
  usable[0]

/** The country that a number belongs to, or null where its numbering plan does not say. */
export const countryOf = (phone: E164, metadata: PhoneMetadata): string | null =>
  parse(phone, undefined, metadata)?.country ?? null

/** Types that no person is reached on, or only for a price (`getType()` of the phone library). */
const REFUSED_TYPES: readonly (PhoneNumberType | undefined)[] = [
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
]

const accepted = (phone: PhoneNumber, countries: readonly string[]): E164 | PhoneProblem => {
  if (REFUSED_TYPES.includes(phone.getType())) return { problem: 'phone-premium' }
  if (!isOffered(phone.country ?? '', countries)) return { problem: 'phone-country-not-offered' }
  return isE164(phone.number) ? phone.number : { problem: 'phone-not-valid' }
}

const isOffered = (country: string, countries: readonly string[]): boolean =>
  countries.length === 0 || countries.includes(country)

/** What the digits can mean, in the order of the form. */
const readingsOf = (
  { digits, isInternational }: TypedPhone,
  countries: readonly string[],
  metadata: PhoneMetadata,
): readonly PhoneNumber[] => {
  // With a country the library also sees where only the plus was forgotten.
  const written =
    isInternational || countries.length === 0
      ? [`+${digits}`]
      : countries
          .filter((country) => isCountry(country, metadata))
          .map((country) => parse(digits, country, metadata)?.number ?? '')
  return written
    .map((phone) => asDialled(phone, metadata))
    .filter((reading) => reading !== undefined)
}

/** A number with its country's former and local spellings settled, which must come before any check of it. */
const asDialled = (phone: string, metadata: PhoneMetadata): PhoneNumber | undefined => {
  const reading = parse(`+${sameLine(respelled(phone.slice(1)))}`, undefined, metadata)
  if (!reading) return undefined
  // The library drops a trunk 0 that was left after the country code, which can bare a former spelling.
  const settled = `+${sameLine(reading.number.slice(1))}`
  return settled === reading.number ? reading : parse(settled, undefined, metadata)
}

const lengthProblem = (phone: string, metadata: PhoneMetadata): PhoneProblem['problem'] => {
  // A plus, and E.164's own bounds, which the library does not apply where it knows no country.
  if (phone.length < 8) return 'phone-too-short'
  if (phone.length > 16) return 'phone-too-long'
  switch (validatePhoneNumberLength(phone, metadata)) {
    case 'TOO_SHORT':
      return 'phone-too-short'
    case 'TOO_LONG':
      return 'phone-too-long'
    case 'INVALID_COUNTRY':
    case 'INVALID_LENGTH':
    case 'NOT_A_NUMBER':
    case undefined:
      return 'phone-not-valid'
  }
}

const parse = (
  text: string,
  country: CountryCode | undefined,
  metadata: PhoneMetadata,
): PhoneNumber | undefined =>
  // By default the library fishes a number out of any text around it.
  parsePhoneNumberFromString(
    text,
    { extract: false, ...(country && { defaultCountry: country }) },
    metadata,
  )

const isCountry = (country: string, { countries }: PhoneMetadata): country is CountryCode =>
  Object.prototype.hasOwnProperty.call(countries, country)
