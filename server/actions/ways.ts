import { mailLink, smsLink } from '../../consent/deep-link.ts'
import { doorTo, isMailKind, isSmsKind } from '../../consent/door.ts'
import type { Notice } from '../../consent/notice.ts'
import type { Deps } from '../ports.ts'
import { draftsBeforeCode, draftsWithCode, type Drafts } from './drafts.ts'
import type { FoundForm } from './find-form.ts'

/** The ways to say yes without typing a number: links that open a draft. Null where the company has no such door. */
export type Ways = {
  readonly whatsapp: string
  readonly sms: string | null
  readonly email: string | null
}

/** The ways before there is a code, to each of which `%20` and the ids of ticked categories are added. */
export type WaysBeforeCode = Ways | { readonly [way in keyof Ways]: null }

/** The ways that carry a link code. */
export const waysWithCode = (
  deps: Deps,
  found: FoundForm,
  notice: Notice,
  code: string,
  categories: readonly string[],
): Ways => waysTo(deps, found, draftsWithCode(found, notice, code, categories))

/** The ways that need no server, because they carry the form's keyword; null where they would grant something else. */
export const waysBeforeCode = (deps: Deps, found: FoundForm, notice: Notice): WaysBeforeCode => {
  const drafts = draftsBeforeCode(found, notice)
  return drafts ? waysTo(deps, found, drafts) : { whatsapp: null, sms: null, email: null }
}

const waysTo = (deps: Deps, { company, sender }: FoundForm, drafts: Drafts): Ways => {
  const number = doorTo(company, sender, isSmsKind)?.phone
  const mailbox = doorTo(company, sender, isMailKind)?.address
  return {
    whatsapp: deps.chatLink(sender.phone, drafts.whatsapp()),
    sms: number === undefined ? null : smsLink(number, drafts.sms()),
    email: mailbox === undefined ? null : mailLink(mailbox, drafts.email()),
  }
}
