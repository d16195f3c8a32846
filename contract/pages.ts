import * as v from 'valibot'
import { HandInForm } from './opt-in.ts'
import { WorkDone } from './opt-out.ts'
import { Ids, Short } from './words.ts'

const { noticeToken, attempt } = HandInForm.entries

/** What a person can type into one field; the rules say what is wrong with it. */
const Typed = v.pipe(v.optional(v.string(), ''), v.maxLength(1000))

const Country = v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/u)), '')

/** POST /f/{form}/stop. */
export const StopOnPage = v.object({
  country: Country,
  phone: Typed,
  /** The work that was asked for and what came of it, as JSON. */
  work: v.optional(v.pipe(v.string(), v.maxLength(4000), v.parseJson(), WorkDone)),
})

/** POST /f/{form}, where the yes was pressed. */
export const FormOnPage = v.object({
  country: Country,
  phone: Typed,
  answer: v.literal('yes'),
  noticeToken,
  attempt,
  /** None is no fault of the form's: the page says what to do. */
  categories: v.optional(Ids, ''),
})

/** POST /l/{token}, where the yes was pressed. */
export const LinkOnPage = v.object({
  country: Country,
  /** Empty: the number that is known. */
  phone: Typed,
  answer: v.literal('yes'),
  noticeToken,
  categories: v.optional(Ids, ''),
})

/** POST /f/{form}/status. */
export const StatusOnPage = v.object({ id: Short, watch: Short })

/** POST /n/{company}/{sender}. */
export const NumberOnPage = v.object({ number: Typed })
