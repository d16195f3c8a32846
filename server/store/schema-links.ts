/** A personal link; whom it is for is sealed, and its token is kept only as a hash. */
export type LinkTable = {
  company: string
  /** SHA-256 of the token, hexadecimal. */
  hash: string
  person: Buffer
  recipient: Buffer
  key_id: Buffer
  campaign: string | null
  form: string
  notice: string
  language: string
  channel: string
  created_at: number
  expires_at: number
  opened_at: number | null
  used_at: number | null
  refused_at: number | null
  /** 1 where the yes gave another number than the one that was known, else 0. */
  corrected: number
  /** What a message has yet to confirm, or has. */
  submission: string | null
}
