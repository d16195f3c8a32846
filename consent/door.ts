import type { Company, Door, Sender } from './company.ts'

/** The kinds of door that are a mailbox. */
const MAILBOX_KINDS: readonly string[] = ['postmark', 'mailgun', 'sendgrid']

/** Whether a door of this kind takes SMS: `sms`, or a provider's, such as `twilio-sms`. */
export const isSmsKind = (kind: string): boolean => kind === 'sms' || kind.endsWith('-sms')

/** Whether a door of this kind takes e-mail. */
export const isMailKind = (kind: string): boolean => MAILBOX_KINDS.includes(kind)

/** The first door of a kind that speaks for a sender: one that names no senders speaks for all. */
export const doorTo = (
  { doors = [] }: Company,
  sender: Sender,
  isOfKind: (kind: string) => boolean,
): Door | null =>
  doors.find(({ kind, senders }) => isOfKind(kind) && (senders?.includes(sender.id) ?? true)) ??
  null
