import { checkedCode, readCheckedCode } from './checked-code.ts'

// Another than a link code's, so that none is ever both.
const SUM = 14

/** The code of something printed: it names the words that were printed and never a person (design R6). Takes four bytes or more. */
export const campaignCode = (bytes: Uint8Array): string => checkedCode(bytes, SUM)

/** The campaign code that was written, in its one true spelling; null if it is none. */
export const readCampaignCode = (text: string): string | null => readCheckedCode(text, SUM)
