import type { Category, Sender } from '../../consent/company.ts'
import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import { maySend, type Decision, type Question } from '../../consent/may-send.ts'
import type { CompanyMemory, Deps, StoredCompany } from '../ports.ts'
import { heldYeses } from './held-yeses.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { policyFor } from './policy-for.ts'
import { readIdentity } from './read-identity.ts'

/** How long a "no" may be kept, in seconds. An "allow" must not be kept at all: a stop may come the next moment. */
export const NO_IS_VALID_FOR = 60

/** May this category be sent to this person from this sender? */
export type MaySendQuestion = {
  readonly person: Identity
  readonly sender: string
  readonly category: string
  /** The name of the template that is to be sent. */
  readonly template?: string | undefined
}

/** The decision, about whom, as of when in milliseconds, and for how many seconds it may be kept. */
export type Answer = {
  readonly decision: Decision
  readonly person: PersonId | null
  readonly asOf: number
  readonly validForSeconds: number
}

/** A question whose words are all known: what it is about, and whom, as the memory knows them. */
export type ReadQuestion = {
  readonly sender: Sender
  readonly category: Category
  readonly identity: Identity
  readonly template: string | undefined
}

/** Reads a question in the company's words. An unknown sender or category is a problem, never an "allow". */
export const readQuestion = (
  deps: Pick<Deps, 'phones'>,
  { document: company }: StoredCompany,
  question: MaySendQuestion,
): ReadQuestion | Problem => {
  const sender = company.senders.find(({ id }) => id === question.sender)
  if (!sender) return problem('sender-not-found')
  const category = company.categories.find(({ id }) => id === question.category)
  if (!category) return problem('category-not-found')
  const identity = readIdentity(deps, question.person)
  if (isProblem(identity)) return identity
  return { sender, category, identity, template: question.template }
}

/** Answers whether a message may be sent now. */
export const askMaySend = async (
  deps: Deps,
  stored: StoredCompany,
  question: MaySendQuestion,
): Promise<Answer | Problem> => {
  const read = readQuestion(deps, stored, question)
  return isProblem(read) ? read : answerRead(deps, stored, read)
}

/** Answers a question whose words are known. */
export const answerRead = async (
  deps: Deps,
  stored: StoredCompany,
  { sender, category, identity, template }: ReadQuestion,
): Promise<Answer> => {
  const memory = deps.memory.of(stored.document.id)
  const { person, registers } = await memory.whoIs(identity)
  const policy = await policyFor(memory, sender, identity, person)
  const templateKind =
    template === undefined
      ? undefined
      : ((await memory.templateKind(sender.wabaId ?? null, template)) ?? undefined)
  const asOf = deps.now()
  const asked = { now: asOf, sender: sender.id, category, policy, registers, templateKind }
  const decision = await unlessHeld(memory, maySend(asked), asked)
  deps.onDecision?.(decision)
  return answerOf(decision, person, asOf)
}

/** A decision as an answer. */
export const answerOf = (decision: Decision, person: PersonId | null, asOf: number): Answer => ({
  decision,
  person,
  asOf,
  validForSeconds: decision.allow ? 0 : NO_IS_VALID_FOR,
})

/** Marketing is not sent on a yes from a source that is on hold; everything else is. */
const unlessHeld = async (
  memory: CompanyMemory,
  decision: Decision,
  question: Question,
): Promise<Decision> => {
  const { category, registers, sender } = question
  if (!restsOnSource(decision, question)) return decision
  const isHeld = await heldYeses(memory, registers, sender, category.id)
  return isHeld ? maySend({ ...question, isHeld }) : decision
}

/** Whether a decision is another one where the source of the yes is on hold. */
export const restsOnSource = (decision: Decision, { category }: Question): boolean =>
  decision.reason === 'consented' && category.kind === 'marketing'
