import { spacedPhone } from '../../consent/masked.ts'
import type { Notice } from '../../consent/notice.ts'
import type { Deps } from '../ports.ts'
import { draftsWithCode } from './drafts.ts'
import { findForm } from './find-form.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { watchOptIn, type WatchedOptIn } from './watch-opt-in.ts'
import { waysWithCode, type Ways } from './ways.ts'

/** What a person needs who has handed a form in: where it stands, and the message that confirms it. */
export type ContinuedOptIn = {
  readonly id: string
  readonly watch: string
  readonly state: WatchedOptIn
  readonly notice: Notice
  /** The links that open the message as a draft. */
  readonly ways: Ways
  /** The message as the chat has it. */
  readonly draft: string
  /** The least of the message that counts, to type by hand. */
  readonly shortest: string
  /** The sender's number, as people read it. */
  readonly number: string
}

/** Takes a person up again who handed this form in, on a page that remembers nothing but the watch token. */
export const continueOptIn = async (
  deps: Deps,
  formId: string,
  id: string,
  watch: string,
): Promise<ContinuedOptIn | Problem> => {
  const found = await findForm(deps.memory, formId)
  if (isProblem(found)) return found
  const state = await watchOptIn(deps, id, watch)
  if (isProblem(state)) return state
  const { company, form, sender } = found
  const memory = deps.memory.of(company.id)
  const submission = await memory.submission(id)
  const notice = submission?.form === form.id ? await memory.notice(submission.notice) : null
  if (!submission || !notice) return problem('opt-in-not-found')
  const { code, categories } = submission
  const draft = draftsWithCode(found, notice, code, categories).whatsapp()
  return {
    id,
    watch,
    state,
    notice,
    ways: waysWithCode(deps, found, notice, code, categories),
    draft,
    shortest: draft.slice(0, draft.indexOf(code) + code.length),
    number: spacedPhone(sender.phone),
  }
}
