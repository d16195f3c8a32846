import { checkedCode, readCheckedCode } from './checked-code.ts'

// Not zero, so that a row of noughts is no code. It makes design.md's example, K7Q2MXA, one.
const SUM = 27

/** A new code: six characters made of 30 random bits, and a check character (design R6). Takes four random bytes or more. */
export const linkCode = (random: Uint8Array): string => checkedCode(random, SUM)

/** The code that was written, in its one true spelling: case, hyphens, O for 0 and I or L for 1 are forgiven. Null if it is none. */
export const readLinkCode = (text: string): string | null => readCheckedCode(text, SUM)
