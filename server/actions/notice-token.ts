import type { Sealer } from '../ports.ts'

/** How long a notice that was shown may be agreed to. */
export const NOTICE_TOKEN_LIFE = 30 * 24 * 60 * 60 * 1000

const PURPOSE = 'notice-token'

/** Names the notice that a form shows: its hash, when it was shown, and our signature of both and the form. */
export const noticeToken = (sealer: Sealer, form: string, hash: string, at: number): string => {
  const shown = `${hash}.${at.toString(36)}`
  return `${shown}.${sealer.sign(PURPOSE, `${form}.${shown}`)}`
}

/** The notice that a token names; `stale` when it was shown too long ago, null when we did not make it for this form. */
export const readNoticeToken = (
  sealer: Sealer,
  form: string,
  token: string,
  now: number,
): { readonly hash: string } | 'stale' | null => {
  const [hash = '', at = '', signature = ''] = token.split('.')
  if (!sealer.isSigned(PURPOSE, `${form}.${hash}.${at}`, signature)) return null
  return now - Number.parseInt(at, 36) > NOTICE_TOKEN_LIFE ? 'stale' : { hash }
}
