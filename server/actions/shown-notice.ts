import type { Notice } from '../../consent/notice.ts'
import type { Deps } from '../ports.ts'
import { languageOf, type FoundForm } from './find-form.ts'
import { readNoticeToken } from './notice-token.ts'
import { problem, type Problem } from './problem.ts'
import { shownForm } from './show-form.ts'

/** What a page says was shown, and what was ticked below it. */
export type Ticked = {
  readonly noticeToken: string
  readonly categories: readonly string[]
  readonly language: string
}

/** The notice that was shown, if it names all that was ticked; where it was shown too long ago, the one in force. */
export const shownNotice = async (
  deps: Deps,
  found: FoundForm,
  ticked: Ticked,
): Promise<{ readonly notice: Notice; readonly hash: string } | Problem> => {
  const { form, company } = found
  const token = readNoticeToken(deps.sealer, form.id, ticked.noticeToken, deps.now())
  if (token === null) return problem('notice-token-not-valid')
  const notice = token === 'stale' ? null : await deps.memory.of(company.id).notice(token.hash)
  if (token === 'stale' || notice === null) {
    const current = shownForm(deps, found, languageOf(found, ticked.language))
    return { problem: 'notice-out-of-date', form: current }
  }
  const shown = notice.categories.map(({ id }) => id)
  if (!ticked.categories.every((id) => shown.includes(id))) return problem('category-not-offered')
  return { notice, hash: token.hash }
}
