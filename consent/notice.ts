import type { Kind } from './category.ts'
import type { Badge, Category, Company, Form, Language, Sender, Texts } from './company.ts'
import { spacedPhone } from './masked.ts'
import { noticeTextsOf, type NoticeTexts } from './notice-texts.ts'

/** A WhatsApp number as a notice names it. A yes holds for the senders that its notice named. */
export type NoticeSender = {
  readonly id: string
  readonly phone: string
  readonly displayName: string
  readonly badge: Badge
}

/** A category as a notice describes it, with its frequency as a phrase: "up to 4 messages a month". */
export type NoticeCategory = {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly example: string
  readonly frequency: string
}

/**
 * The exact words shown, in one language, and what they name. It never changes: its name is the SHA-256
 * of its canonical JSON (`canonicalJson`), and a yes refers to that name.
 */
export type Notice = {
  readonly schema: 'quiero-notice/1'
  readonly company: {
    readonly id: string
    readonly name: string
    readonly businessManagerId: string
  }
  readonly form: string
  readonly language: Language
  readonly senders: readonly NoticeSender[]
  readonly statement: string
  readonly categories: readonly NoticeCategory[]
  readonly howToStop: string
  readonly notCondition: string
  readonly privacy: { readonly text: string; readonly url: string }
  readonly trademark: string
  /** The words on the two buttons; pressing one of them is the act. */
  readonly buttons: { readonly yes: string; readonly no: string }
}

/** The languages in which a form speaks: its own, else the company's. */
export const languagesOf = (company: Company, form: Form): readonly Language[] =>
  form.languages ?? company.languages

/**
 * What a form says in one language. A document that `refusalsOf` accepts has every part; in any other a
 * missing one throws, because a notice that fell back to another language was never agreed to.
 */
export const noticeOf = (company: Company, form: Form, language: Language): Notice => {
  const texts = noticeTextsOf(form, language)
  const sender = needed(company.senders.find(({ id }) => id === form.sender))
  const categories = form.categories.map((wanted) => {
    const category = needed(company.categories.find(({ id }) => id === wanted))
    return noticeCategory(category, language, texts)
  })
  // What people most want to stop alone is the marketing.
  const stopped = categories.find(({ kind }) => kind === 'marketing') ?? categories[0]
  return {
    schema: 'quiero-notice/1',
    company: {
      id: company.id,
      name: company.name,
      businessManagerId: company.businessManagerId,
    },
    form: form.id,
    language,
    senders: [noticeSender(sender)],
    statement: texts.statement(company.name, chatName(company, sender)),
    categories,
    howToStop: texts.howToStop(needed(stopped).title),
    notCondition: texts.notCondition,
    privacy: { text: texts.privacy(company.name), url: company.privacyUrl },
    trademark: texts.trademark,
    buttons: { yes: texts.yes, no: texts.no },
  }
}

/** Every notice of a company: each form in each of its languages. */
export const noticesOf = (company: Company): readonly Notice[] =>
  company.forms.flatMap((form) =>
    languagesOf(company, form).map((language) => noticeOf(company, form, language)),
  )

const noticeSender = ({ id, phone, displayName, badge }: Sender): NoticeSender => ({
  id,
  phone,
  displayName,
  badge,
})

const noticeCategory = (
  { id, kind, title, example, frequency }: Category,
  language: Language,
  texts: NoticeTexts,
): NoticeCategory => ({
  id,
  kind,
  title: textIn(title, language),
  example: textIn(example, language),
  frequency: texts.upTo(frequency.atMost, frequency.per),
})

/** The number, and the name that WhatsApp shows above the chat where it is not the company's. */
const chatName = (company: Company, { phone, displayName }: Sender): string =>
  displayName === company.name ? spacedPhone(phone) : `${spacedPhone(phone)} (${displayName})`

const textIn = (texts: Texts, language: Language): string => needed(texts[language])

const needed = <T>(part: T | undefined): T => {
  if (part === undefined) throw new Error('a notice of a document that refusalsOf refuses')
  return part
}
