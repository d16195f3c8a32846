import { canonicalJson } from '../../consent/canonical.ts'
import type { Language } from '../../consent/company.ts'
import { noticeOf, type Notice } from '../../consent/notice.ts'
import type { Deps } from '../ports.ts'
import type { FoundForm } from './find-form.ts'
import { remembering } from './remembering.ts'

export type NamedNotice = { readonly notice: Notice; readonly hash: string }

const remembered = remembering<NamedNotice>()

/** What a form says in a language, and the hash that names it. */
export const namedNotice = (
  deps: Deps,
  { company, form }: FoundForm,
  language: Language,
): NamedNotice =>
  remembered(company, `${language} ${form.id}`, () => {
    const notice = noticeOf(company, form, language)
    return { notice, hash: deps.sealer.digest(canonicalJson(notice)) }
  })
