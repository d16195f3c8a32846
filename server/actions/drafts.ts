import type { MailDraft } from '../../consent/deep-link.ts'
import type { Notice } from '../../consent/notice.ts'
import { chatDraft, smsDraft, subjectDraft } from '../../consent/notice-draft.ts'
import { fitsOneSms, inSmsLetters } from '../../consent/one-sms.ts'
import { readMessage, type Reading } from '../../consent/read-message.ts'
import type { FoundForm } from './find-form.ts'
import { remembering } from './remembering.ts'

/** What a person sends to say yes, in each of the three ways; made when that way is there. */
export type Drafts = {
  readonly whatsapp: () => string
  readonly sms: () => string
  readonly email: () => MailDraft
}

const BLANK_LINE = '\r\n\r\n'

/**
 * The drafts with a link code: the keyword, the code and, in words, what is agreed to, since Meta takes a click
 * into a chat for an opt-in only when the message says so (facts section 4). Words are left out where a company's
 * own titles would make them read as something else, or where they would cost the person a second SMS.
 */
export const draftsWithCode = (
  found: FoundForm,
  notice: Notice,
  code: string,
  categories: readonly string[],
): Drafts => {
  const bare = `${ownKeyword(found) ?? anyKeyword(found)} ${code}`
  const firstHeard = (...texts: readonly string[]): string =>
    texts.find((text) => isHeardAsCode(found, text, code)) ?? bare
  const long = chatDraft(notice, categories)
  return {
    whatsapp: () => firstHeard(`${bare} ${long}`),
    sms: () => {
      const short = smsDraft(notice, categories)
      const texts = [short, inSmsLetters(short)].map((words) => `${bare} ${words}`)
      return firstHeard(...texts.filter(fitsOneSms))
    },
    // A mail program may lose the subject, so the body can be read alone too.
    email: () => ({ subject: bare, body: firstHeard(`${bare}${BLANK_LINE}${long}`) }),
  }
}

/**
 * The drafts that serve before there is a code, and without a server: after each of them may stand the ids of the
 * ticked categories, which grants those and nothing else. No word may follow, since a word that is not understood
 * there grants nothing (design R6). Null where the rules would not hear that.
 */
export const draftsBeforeCode = (found: FoundForm, notice: Notice): Drafts | null => {
  const keyword = ownKeyword(found)
  if (keyword === null) return null
  const { categories } = found.form
  const choices = [...categories.map((id) => [id]), categories]
  if (!choices.every((ids) => isHeardAsCategories(found, keyword, ids))) return null
  const words = subjectDraft(notice)
  return {
    whatsapp: () => keyword,
    sms: () => keyword,
    email: () => ({ subject: keyword, body: isNoMessage(found, words) ? words : null }),
  }
}

// Reading a sentence by all the rules takes a fifth of a millisecond, and a tick asks for one. One code reads
// like another, so it is no part of the key.
const remembered = remembering<boolean>()

const isHeardAsCode = (found: FoundForm, text: string, code: string): boolean =>
  remembered(found.company, `code|${found.form.id}|${text.replace(code, '')}`, () => {
    const reading = read(found, text)
    const asked = reading.meaning === 'subscribe' ? reading.asked : null
    return (asked?.by === 'code' || asked?.by === 'campaign') && asked.code === code
  })

const isHeardAsCategories = (
  found: FoundForm,
  keyword: string,
  ids: readonly string[],
): boolean => {
  const { id } = found.form
  const text = `${keyword} ${ids.join(' ')}`
  return remembered(found.company, `ids|${id}|${text}`, () => {
    const reading = read(found, text)
    if (reading.meaning !== 'subscribe' || reading.form !== id) return false
    const granted = reading.asked.by === 'categories' ? reading.asked.categories : []
    return granted.length === ids.length && ids.every((one) => granted.includes(one))
  })
}

const isNoMessage = (found: FoundForm, words: string): boolean =>
  remembered(
    found.company,
    `other|${found.form.id}|${words}`,
    () => read(found, words).meaning === 'other',
  )

const read = ({ company, sender }: FoundForm, text: string): Reading =>
  readMessage({ text, payload: null }, { company, sender })

/** The keyword that stands for the form's own notice. */
const ownKeyword = ({ company, form }: FoundForm): string | null =>
  company.keywords?.find((keyword) => keyword.form === form.id)?.word ?? null

// A link code names its form by itself, whatever keyword is before it.
const anyKeyword = ({ company }: FoundForm): string => company.keywords?.[0]?.word ?? '#want'
