import type { DeliveredTemplate } from '../../consent/delivered.ts'
import type { Heard } from './hear-delivered.ts'
import { isPlain, NOT_PLAIN } from './plain-words.ts'

/** Hears what became of a template: what Meta takes it for decides what it may carry (design R8). */
export const hearTemplate = async (
  { records, inbound }: Heard,
  { account, name, language, category, status, sentAt }: DeliveredTemplate,
): Promise<string | null> => {
  if (!isPlain(name, language, status)) return NOT_PLAIN
  const at = sentAt ?? inbound.receivedAt
  await records.keepTemplate({ account, name, language, category, status, at })
  return null
}
