import type { Company, Form, Sender } from '../../consent/company.ts'
import type { Notice } from '../../consent/notice.ts'
import { chatDraft } from '../../consent/notice-draft.ts'
import { readMessage } from '../../consent/read-message.ts'

/** The keyword that stands for a form, else the company's first: a link code names its form by itself. */
export const keywordOf = (company: Company, form: Form): string => {
  const keywords = company.keywords ?? []
  const own = keywords.find((keyword) => keyword.form === form.id) ?? keywords[0]
  return own?.word ?? '#want'
}

/**
 * The draft that a person sends to confirm: the keyword, the code and, in words, what is agreed to, since
 * Meta takes a click into a chat for an opt-in only when the message says so (facts section 4). The words
 * are left out where a company's own titles would make them read as something else.
 */
export const draftFor = (
  company: Company,
  form: Form,
  sender: Sender,
  notice: Notice,
  code: string,
  categories: readonly string[],
): string => {
  const bare = `${keywordOf(company, form)} ${code}`
  const spoken = `${bare} ${chatDraft(notice, categories)}`
  const { meaning } = readMessage({ text: spoken, payload: null }, { company, sender })
  return meaning === 'subscribe' ? spoken : bare
}
