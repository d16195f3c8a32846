import type { Grant } from '../../consent/event.ts'
import type { Asked } from '../../consent/keyword.ts'
import { readLinkCode } from '../../consent/link-code.ts'
import type { EventId } from '../../consent/mark.ts'
import type { Reading } from '../../consent/read-message.ts'
import { languageSpokenAt } from '../../consent/spoken-language.ts'
import type { Deps, Records, StoredCompany } from '../ports.ts'
import { grantByCampaign } from './campaign.ts'
import { formIn, languageOf } from './find-form.ts'
import { namedNotice } from './named-notice.ts'

/** What is granted, and the page where it was ticked if that is not known otherwise. */
export type Found = { readonly grant: Grant; readonly page?: string | undefined }

/** Who asks, when, and the event that a code is used up by; null where the way proves no phone, and leaves the code for the tap. */
export type Asking = {
  readonly phone: string | null
  readonly at: number
  readonly confirms: EventId | null
}

/** What a subscription grants, with the notice that says so; null where it grants nothing (design R6). */
export const grantOf = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  reading: Reading,
  asking: Asking,
): Promise<Found | null> => {
  if (reading.meaning !== 'subscribe') return null
  const { asked } = reading
  switch (asked.by) {
    case 'nothing':
      return null
    case 'code':
      return grantByCode(deps, records, stored, asked, asking)
    case 'campaign': {
      const grant = await grantByCampaign(deps, stored, asked.code)
      return grant && { grant }
    }
    case 'form':
    case 'categories':
      return grantByKeyword(
        deps,
        records,
        stored,
        reading.form,
        asked.by === 'categories' ? asked.categories : null,
        asking.phone,
      )
  }
}

const grantByCode = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  asked: Extract<Asked, { by: 'code' }>,
  { at, confirms }: Asking,
): Promise<Found | null> => {
  const code = readLinkCode(asked.code)
  const submission = code === null ? null : await records.submissionByCode(code)
  if (!submission || at >= submission.expiresAt) return null
  const isFirst =
    confirms === null
      ? submission.confirmedBy === null
      : submission.confirmedBy === confirms ||
        (await records.confirmSubmission(submission.id, confirms))
  if (!isFirst) return null
  const { form, notice: hash } = submission
  const notice = await deps.memory.of(stored.document.id).notice(hash)
  if (!notice) throw new Error('the notice of a form that was handed in is missing')
  // A button may ask for less than was ticked, never for more.
  const categories = submission.categories.filter((id) => asked.categories?.includes(id) ?? true)
  const senders = notice.senders.map(({ id }) => id)
  const page = submission.page ?? undefined
  return { grant: { categories, senders, form, notice: hash }, page }
}

const grantByKeyword = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  id: string,
  categories: readonly string[] | null,
  phone: string | null,
): Promise<Found | null> => {
  const found = formIn(stored, id)
  if (!found) return null
  const { notice, hash } = namedNotice(deps, found, languageOf(found, languageSpokenAt(phone)))
  await records.keepNotice(hash, notice)
  return {
    grant: {
      categories: categories ?? found.form.categories,
      senders: notice.senders.map((sender) => sender.id),
      form: id,
      notice: hash,
    },
  }
}
