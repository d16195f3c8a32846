import type { Sender } from '../../consent/company.ts'
import type { DeliveredReceipt } from '../../consent/delivered.ts'
import { providerCode } from '../../consent/provider-code.ts'
import type { Heard } from './hear-delivered.ts'
import { messageMark } from './speak.ts'

/** The reason where a provider gives one that is no code. */
const NO_CODE = 'other'

/** Hears what became of a message that Quiero itself sent; of any other it keeps nothing. */
export const hearReceipt = async (
  { deps, records, stored }: Heard,
  sender: Sender,
  { id, status, error }: DeliveredReceipt,
): Promise<null> => {
  const reason = error === null ? null : (providerCode(error) ?? NO_CODE)
  await records.markReply(messageMark(deps, stored, sender.id, id), status, reason)
  return null
}
