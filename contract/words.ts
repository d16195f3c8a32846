import * as v from 'valibot'
import { LANGUAGES } from '../consent/company.ts'

/** An id of the company's own document: a sender, a category. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]{0,31}$/u))

/** A form's public id. */
export const FormId = v.pipe(v.string(), v.regex(/^frm_[a-z0-9_-]{1,40}$/u))

export const Language = v.picklist(LANGUAGES)

/** A number as somebody typed it. The rules say what is wrong with it, even with ten kilobytes of digits. */
export const TypedPhone = v.pipe(v.string(), v.maxLength(20_000))

/** A token as it was handed in, capped before anything reads it. */
export const Short = v.pipe(v.string(), v.minLength(1), v.maxLength(512))

/** Ids in one text, as an address has them. */
export const IdsText = v.pipe(
  v.string(),
  v.description('Or all of them in one text, with spaces between.'),
  v.transform((text) => text.split(' ').filter((word) => word !== '')),
  v.array(Id),
)

/**
 * Ids as an array, or as one text with spaces: old pages patch `Array.prototype.toJSON`, which turns an
 * array in a JSON body into a string, so the widget sends the text.
 */
export const Ids = v.pipe(v.union([v.array(Id), IdsText]), v.maxLength(50))

/** An instant as ISO 8601 with a zone, read to milliseconds. */
export const instant = (says: string) =>
  v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.description(says),
    v.transform((text) => Date.parse(text)),
    v.finite(),
  )

/** An instant as it is answered: ISO 8601 in UTC, with milliseconds. */
export const Timestamp = v.pipe(v.string(), v.isoTimestamp())

const Detail = v.union([v.pipe(v.string(), v.maxLength(2000)), v.number(), v.boolean()])

/** What a company can show for an act that it took itself: an order, a recording, a paper. At least one thing. */
export const CompanyEvidence = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), Detail),
  v.minEntries(1),
  v.maxEntries(20),
)
