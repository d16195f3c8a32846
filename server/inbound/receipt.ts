import type { Delivered, DeliveredReceipt } from '../../consent/delivered.ts'
import { field } from './json.ts'
import type { Who } from './message.ts'

type Status = DeliveredReceipt['status']

/** A provider's words for what became of a message, in ours. A word that is not there says nothing to us. */
export type Statuses = ReadonlyMap<string, Status>

/** What became of a message, where the provider says of which; else it is of no concern. */
export const receiptOf = (
  account: string | null,
  id: string | null,
  { phone, bsuid }: Who,
  status: Status | undefined,
  told: Pick<DeliveredReceipt, 'sentAt' | 'error'>,
): Delivered =>
  account === null || id === null || id === '' || status === undefined
    ? { kind: 'ignored' }
    : { kind: 'receipt', account, id, phone, bsuid, status, ...told }

/** A code, which some write as a number and others as a text; null for none. */
export const codeAt = (value: unknown, name: string): string | null => {
  const code = field(value, name)
  if (typeof code !== 'string' && typeof code !== 'number') return null
  return `${code}` === '0' || code === '' ? null : `${code}`
}
