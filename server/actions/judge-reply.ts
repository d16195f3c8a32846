import type { Company, Form, Language, Sender } from '../../consent/company.ts'
import { spacedPhone } from '../../consent/masked.ts'
import {
  isSaidLately,
  mayReplyNow,
  SAID_WITHIN,
  type ReplyJudgement,
  type ReplyQuestion,
  type Withheld,
} from '../../consent/may-reply.ts'
import type { Notice } from '../../consent/notice.ts'
import type { OutgoingContent, TemplateGap } from '../../consent/outgoing.ts'
import { isSwitchedOn, type Reply } from '../../consent/reply.ts'
import { wordsOfReply, type ReplyFacts } from '../../consent/reply-texts.ts'
import { languageToSpeak } from '../../consent/spoken-language.ts'
import type { CompanyMemory, Deps, StoredCompany } from '../ports.ts'
import { languageOfPerson } from './language-of-person.ts'
import { policyFor } from './policy-for.ts'

/** What is said, with the hash of its words, or why nothing is. */
export type JudgedReply =
  | { readonly content: OutgoingContent; readonly words: string }
  | { readonly withheld: Withheld }

/** Judges a reply by what stands now, and finds its words. Nothing that was decided earlier counts. */
export const judgeReply = async (
  deps: Deps,
  { document: company }: StoredCompany,
  sender: Sender,
  reply: Reply,
): Promise<JudgedReply> => {
  if (!isSwitchedOn(sender, reply.kind)) return { withheld: 'switched_off' }
  const memory = deps.memory.of(company.id)
  const question = await questionOf(deps, memory, company, sender, reply)
  if (!question) return { withheld: 'no_longer_stands' }
  const judgement = mayReplyNow(question)
  if (!judgement.may) return { withheld: judgement.why }
  const notice = reply.matter.notice === null ? null : await memory.notice(reply.matter.notice)
  const language = languageToSpeak(company.languages, [
    notice?.language ?? null,
    await languageOfPerson(memory, question.registers),
    reply.language,
  ])
  const facts = factsOf(deps, company, sender, reply, judgement.categories, language, notice)
  const content = contentOf(company, sender, reply, judgement, facts, language)
  if (!content) return { withheld: 'no_template' }
  const words = deps.sealer.digest(JSON.stringify(content))
  return isSaidLately(question, words) ? { withheld: 'said_lately' } : { content, words }
}

const questionOf = async (
  deps: Deps,
  memory: CompanyMemory,
  company: Company,
  sender: Sender,
  { kind, event, person, actedAt, matter }: Reply,
): Promise<ReplyQuestion | null> => {
  const now = deps.now()
  const said = await memory.saidTo(person, sender.id, now - SAID_WITHIN.confirmOptIn)
  // Last, so that nothing which came in the meantime is missed.
  const known = await memory.person(person)
  if (!known) return null
  const phone = (await memory.identitiesOf(person)).find((one) => one.kind === 'phone') ?? null
  const policyAt = (at: Sender) => policyFor(memory, at, phone, person)
  const grantedTo = await Promise.all(
    company.senders
      .filter(({ id }) => matter.senders.includes(id))
      .map(async (at) => ({ sender: at.id, policy: await policyAt(at) })),
  )
  return {
    kind,
    event,
    actedAt,
    now,
    sender: sender.id,
    policy: await policyAt(sender),
    registers: known.registers,
    categories: company.categories.filter(({ id }) => matter.categories.includes(id)),
    isOfEverything: matter.categories.length === 0,
    grantedTo,
    said,
  }
}

const factsOf = (
  { publicUrl }: Deps,
  company: Company,
  sender: Sender,
  { matter }: Reply,
  categories: readonly string[],
  language: Language,
  notice: Notice | null,
): ReplyFacts => {
  const senders = notice?.senders ?? [sender]
  return {
    company: company.name,
    numbers: senders.map(({ phone }) => spacedPhone(phone)).join(', '),
    categories: categories.map((id) => describedIn(notice, company, id, language)),
    formUrl: matter.form === null ? null : `${publicUrl}/f/${matter.form}?language=${language}`,
    senderUrl: `${publicUrl}/n/${company.id}/${sender.id}?language=${language}`,
    privacyUrl: company.privacyUrl,
  }
}

/** A category as the person was shown it, else by its title. */
const describedIn = (notice: Notice | null, company: Company, id: string, language: Language) => {
  const shown = notice?.categories.find((category) => category.id === id)
  if (shown) return { title: shown.title, frequency: shown.frequency }
  const title = company.categories.find((category) => category.id === id)?.title[language]
  return { title: title ?? id, frequency: null }
}

const contentOf = (
  company: Company,
  sender: Sender,
  { kind, matter }: Reply,
  { isWindowOpen }: Extract<ReplyJudgement, { may: true }>,
  facts: ReplyFacts,
  language: Language,
): OutgoingContent | null => {
  if (isWindowOpen) {
    const spanish = spanishOf(company, sender, matter.form)
    return { kind: 'text', text: wordsOfReply(kind, facts, language, spanish) }
  }
  const template = sender.templates?.[kind]?.[language]
  if (!template) return null
  const filled: Readonly<Record<TemplateGap, string>> = {
    company: facts.company,
    categories: facts.categories.map(({ title }) => title).join(', '),
    link: facts.formUrl ?? facts.senderUrl,
  }
  const parameters = (template.parameters ?? []).map((gap) => filled[gap])
  return { kind: 'template', name: template.name, language: template.language, parameters }
}

/** How people are addressed: as the form does that they answered, else as all of the sender's forms do. */
const spanishOf = (
  { forms }: Company,
  sender: Sender,
  form: string | null,
): Pick<Form, 'spanish'> => {
  const asked = forms.filter((one) => (form === null ? one.sender === sender.id : one.id === form))
  const isFormal = asked.length > 0 && asked.every(({ spanish }) => spanish === 'formal')
  return { spanish: isFormal ? 'formal' : 'informal' }
}
