import type { EventId } from '../../consent/mark.ts'
import { maySend, type Decision, type Question } from '../../consent/may-send.ts'
import type { Kind } from '../../consent/category.ts'
import type { Deps, Hold, KnownPerson, Snapshot, StoredCompany } from '../ports.ts'
import {
  answerOf,
  type Answer,
  type MaySendQuestion,
  readQuestion,
  type ReadQuestion,
  restsOnSource,
} from './ask-may-send.ts'
import { inTurns } from './in-turns.ts'
import { isFrom, yesesTo } from './held-yeses.ts'
import { isProblem, type Problem } from './problem.ts'
import { policyOf, restsOnIdentities } from './policy-for.ts'

// A list may name a template a line: then the oldest names are looked up again.
const MOST_TEMPLATES = 1_000

/** Questions that are all answered from what stood at one instant. */
export type Batch = {
  /** When that was, in milliseconds. */
  readonly asOf: number
  /** Answers each as `askMaySend` would, in the order given; what is a problem already stays one. */
  answer(questions: readonly (MaySendQuestion | Problem)[]): Promise<readonly (Answer | Problem)[]>
  /** Must be called, whatever came of it. It may be called again, and while an answer is awaited, which then fails. */
  end(): Promise<void>
}

/** Begins to answer a company's questions from what stands now. */
export const askBatch = async (deps: Deps, stored: StoredCompany): Promise<Batch> => {
  const snapshot = await deps.memory.of(stored.document.id).snapshot()
  try {
    const asOf = deps.now()
    const holds = await snapshot.holds('in-force')
    const kindOf = rememberedKinds(snapshot)
    return {
      asOf,
      answer: async (questions) => {
        const read = await inTurns(questions, (question) =>
          isProblem(question) ? question : readQuestion(deps, stored, question),
        )
        const asked = read.flatMap((one) => (isProblem(one) ? [] : [one]))
        const answers = await judge({ snapshot, holds, kindOf, asOf }, asked)
        for (const { decision } of answers) deps.onDecision?.(decision)
        const answered = answers[Symbol.iterator]()
        return read.map((one) => (isProblem(one) ? one : nextOf(answered)))
      },
      end: () => snapshot.end(),
    }
  } catch (error) {
    await snapshot.end()
    throw error
  }
}

type Standing = {
  readonly snapshot: Snapshot
  readonly holds: readonly Hold[]
  readonly kindOf: (question: ReadQuestion) => Promise<Kind | undefined>
  readonly asOf: number
}

const judge = async (
  standing: Standing,
  read: readonly ReadQuestion[],
): Promise<readonly Answer[]> => {
  const { snapshot, asOf } = standing
  const known = await snapshot.whoAre(read.map(({ identity }) => identity))
  const asked = await questionsOf(standing, read, known)
  const decisions = await inTurns(asked, (question) => maySend(question))
  const held = await heldOnes(standing, asked, decisions)
  return decisions.map((decision, nth) => {
    const question = asked[nth]
    const mended = question && held && restsOnSource(decision, question)
    const final = mended ? maySend({ ...question, isHeld: held }) : decision
    return answerOf(final, known[nth]?.person ?? null, asOf)
  })
}

const questionsOf = async (
  { snapshot, kindOf, asOf }: Standing,
  read: readonly ReadQuestion[],
  known: readonly KnownPerson[],
): Promise<readonly Question[]> => {
  const persons = read.flatMap(({ sender, identity }, nth) => {
    const person = known[nth]?.person ?? null
    return person !== null && restsOnIdentities(sender, identity) ? [person] : []
  })
  const identities = await snapshot.identitiesOfEach(persons)
  const asked: Question[] = []
  for (const [nth, question] of read.entries()) {
    const { sender, category, identity } = question
    const { person, registers } = known[nth] ?? nobody()
    const knownBy = (person && identities.get(person)) ?? []
    asked.push({
      now: asOf,
      sender: sender.id,
      category,
      policy: policyOf(sender, identity, knownBy),
      registers,
      templateKind: question.template === undefined ? undefined : await kindOf(question),
    })
  }
  return asked
}

/** Which yeses are held, among those that a decision rests on; null where none can be. */
const heldOnes = async (
  { snapshot, holds }: Standing,
  asked: readonly Question[],
  decisions: readonly Decision[],
): Promise<((event: EventId) => boolean) | null> => {
  if (holds.length === 0) return null
  const yeses = asked.flatMap((question, nth) => {
    const decision = decisions[nth]
    return decision && restsOnSource(decision, question)
      ? yesesTo(question.registers, question.sender, question.category.id)
      : []
  })
  return isFrom(holds, await snapshot.sourcesOf(yeses))
}

/** The templates of a list are few: each is looked up once. */
const rememberedKinds = (snapshot: Snapshot): Standing['kindOf'] => {
  const kinds = new Map<string, Kind | undefined>()
  return async ({ sender, template = '' }) => {
    const account = sender.wabaId ?? null
    const name = JSON.stringify([account, template])
    if (!kinds.has(name)) {
      if (kinds.size >= MOST_TEMPLATES) kinds.clear()
      kinds.set(name, (await snapshot.templateKind(account, template)) ?? undefined)
    }
    return kinds.get(name)
  }
}

const nobody = (): never => {
  throw new Error('the snapshot did not say who somebody is')
}

const nextOf = (answers: Iterator<Answer>): Answer => {
  const next = answers.next()
  if (next.done === true) throw new Error('a question was left without an answer')
  return next.value
}
