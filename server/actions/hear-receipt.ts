import type { Sender } from '../../consent/company.ts'
import type { DeliveredReceipt } from '../../consent/delivered.ts'
import type { Heard } from './hear-delivered.ts'
import { messageMark } from './speak.ts'

/** Hears what became of a message that Quiero itself sent; of any other it keeps nothing. */
export const hearReceipt = async (
  { deps, records, stored }: Heard,
  sender: Sender,
  { id, status, error }: DeliveredReceipt,
): Promise<null> => {
  const reason = error === null ? null : error.slice(0, 64)
  await records.markReply(messageMark(deps, stored, sender.id, id), status, reason)
  return null
}
