import { heardPhone, type E164 } from '../../consent/line.ts'
import { textAt } from './json.ts'
import type { Place } from './provider.ts'

/** A business number as the provider names it, in one spelling; null where there is none. */
export const numberAt = (value: unknown, ...path: readonly string[]): E164 | null => {
  const text = textAt(value, ...path)
  return text === null ? null : heardPhone(text)
}

/** The account of providers that name a business number by itself. */
export const accountByPhone = (_: unknown, { phone }: Place): string | null =>
  phone === undefined ? null : heardPhone(phone)
