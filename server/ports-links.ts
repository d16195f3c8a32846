import type { Funnel } from '../consent/campaign.ts'
import type { Language } from '../consent/company.ts'
import type { LinkChannel, LinkRecipient } from '../consent/link.ts'
import type { PersonId } from '../consent/mark.ts'

/** A personal link. Of its token only the SHA-256 is kept. */
export type NewLink = {
  readonly hash: string
  readonly person: PersonId
  readonly recipient: LinkRecipient
  readonly campaign: string | null
  readonly form: string
  /** The notice that was in force in the link's language when it was made, by its hash. */
  readonly notice: string
  readonly language: Language
  readonly channel: LinkChannel
  readonly createdAt: number
  readonly expiresAt: number
}

/** A personal link as it stands. */
export type KeptLink = NewLink & {
  readonly openedAt: number | null
  readonly usedAt: number | null
}

/** How a link's one yes was said. */
export type LinkUse = {
  readonly at: number
  /** Whether another number was given than the one that was known. */
  readonly isCorrected: boolean
  /** What a message has yet to confirm; null where the link itself proves the number. */
  readonly submission: string | null
}

/** What is known of one company's links. */
export type LinkMemory = {
  link(hash: string): Promise<KeptLink | null>
  /** What came of a campaign's links; null where it has none. */
  funnel(campaign: string): Promise<Funnel | null>
}

/** What can be written about links, inside one transaction. */
export type LinkRecords = {
  keepLink(link: NewLink): Promise<void>
  /** Uses a link up: false if somebody had already. */
  useLink(hash: string, use: LinkUse): Promise<boolean>
  /** Notes that a link's page was opened; the first time stays. */
  noteLinkOpened(hash: string, at: number): Promise<void>
  /** Notes that a no was said by a link; the first time stays. */
  noteLinkRefused(hash: string, at: number): Promise<void>
}
