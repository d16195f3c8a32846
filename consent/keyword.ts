import { readCampaignCode } from './campaign-code.ts'
import { categoriesNamed } from './category-names.ts'
import type { Category, Company, Form, Sender } from './company.ts'
import { readLinkCode } from './link-code.ts'
import { wordsOf } from './normalise.ts'

/** What a subscription asks for. Unknown words or a code that is none ask for nothing and grant nothing (design R6). */
export type Asked =
  | { readonly by: 'form' }
  | { readonly by: 'categories'; readonly categories: readonly string[] }
  | { readonly by: 'code'; readonly code: string; readonly categories?: readonly string[] }
  | { readonly by: 'campaign'; readonly code: string }
  | { readonly by: 'nothing' }

/** A form, by its id, and what is asked of it. */
export type Subscription = { readonly form: string; readonly asked: Asked }

/** Whose message it is: the company's document and the sender that was written to. */
export type MessageContext = { readonly company: Company; readonly sender: Sender }

const categoriesOf = ({ company }: MessageContext, form: Form): readonly Category[] =>
  company.categories.filter(({ id }) => form.categories.includes(id))

// How many words the keyword takes at the beginning; 0 when it does not stand there. Its hash may be
// added by the writer, never left out.
const keywordLength = (words: readonly string[], keyword: readonly string[]): number => {
  const stands = keyword.every((word, at) => {
    const written = words[at]
    return written === word || (at === 0 && written === `#${word}`)
  })
  return stands ? keyword.length : 0
}

// Phones break a code at its hyphens, so it may come in up to three words.
const codeAtBeginning = (
  words: readonly string[],
  read: (text: string) => string | null,
): string | null =>
  [1, 2, 3]
    .map((count) => read(words.slice(0, count).join('').replace('#', '')))
    .find((code) => code !== null) ?? null

const askedIn = (words: readonly string[], categories: readonly Category[]): Asked => {
  if (words.length === 0) return { by: 'form' }
  const named = categoriesNamed(words, categories)
  if (named !== null) return { by: 'categories', categories: named }
  const code = codeAtBeginning(words, readLinkCode)
  if (code !== null) return { by: 'code', code }
  const campaign = codeAtBeginning(words, readCampaignCode)
  return campaign === null ? { by: 'nothing' } : { by: 'campaign', code: campaign }
}

type Found = { readonly form: Form; readonly rank: number }

const best = (found: readonly Found[]): Form | null =>
  found.reduce<Found | null>(
    (first, next) => (first === null || next.rank > first.rank ? next : first),
    null,
  )?.form ?? null

/**
 * What a text beginning with one of the company's keywords asks for; null when it begins with none. Of
 * several keywords the longest counts, and of one word for several senders this sender's.
 */
export const readKeyword = (
  words: readonly string[],
  context: MessageContext,
): Subscription | null => {
  const { company, sender } = context
  const standing = (company.keywords ?? []).map(({ word, form }) => ({
    form: company.forms.find(({ id }) => id === form),
    length: keywordLength(words, wordsOf(word)),
  }))
  const length = Math.max(0, ...standing.map((keyword) => (keyword.form ? keyword.length : 0)))
  const form = best(
    standing.flatMap((keyword) =>
      keyword.form && keyword.length === length
        ? [{ form: keyword.form, rank: keyword.form.sender === sender.id ? 1 : 0 }]
        : [],
    ),
  )
  if (form === null || length === 0) return null
  return { form: form.id, asked: askedIn(words.slice(length), categoriesOf(context, form)) }
}

const askedByButton = (categories: readonly string[], written: string | null): Asked => {
  if (written === null) return { by: 'categories', categories }
  const code = readLinkCode(written)
  return code === null ? { by: 'nothing' } : { by: 'code', code, categories }
}

/**
 * What a button `want:<categories>[:code]` asks for, of a form that offers all of them: this sender's
 * forms before those that others' keywords stand for. Nothing, when no form offers them.
 */
export const readWantButton = (
  wanted: readonly string[],
  code: string | null,
  context: MessageContext,
): Subscription | null => {
  const { company, sender } = context
  const withKeyword = (company.keywords ?? []).map(({ form }) => form)
  const forms = company.forms
    .map((form) => ({
      form,
      rank: (form.sender === sender.id ? 2 : 0) + (withKeyword.includes(form.id) ? 1 : 0),
    }))
    .filter(({ rank }) => rank > 0)
  const words = wanted.flatMap(wordsOf)
  const offered = (form: Form): readonly string[] | null =>
    categoriesNamed(words, categoriesOf(context, form))
  const offering = best(forms.filter(({ form }) => offered(form) !== null))
  const form = offering ?? best(forms)
  const categories = offering === null ? null : offered(offering)
  if (form === null) return null
  const asked: Asked = categories === null ? { by: 'nothing' } : askedByButton(categories, code)
  return { form: form.id, asked }
}
