import type { Badge } from '../../../consent/company.ts'
import type { KitTexts } from '../../../consent/kit-texts.ts'

/** What a piece of the kit says and shows, in one language. */
export type Drawn = {
  readonly language: string
  readonly company: string
  readonly number: string
  readonly badge: Badge
  /** The titles of what is agreed to, each with how often it comes at most. */
  readonly topics: string
  readonly titles: string
  /** What is sent by whoever types it. */
  readonly words: string
  readonly link: string
  /** Where anybody sees whether a number is the company's. */
  readonly check: string
  readonly notCondition: string
  readonly accent: string
  readonly texts: KitTexts
}
