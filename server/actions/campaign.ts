import { campaignCode } from '../../consent/campaign-code.ts'
import type { Grant } from '../../consent/event.ts'
import { KIT_PIECES, type KitPiece } from '../../consent/kit.ts'
import { languagesOf, type Notice } from '../../consent/notice.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { formIn, type FoundForm } from './find-form.ts'
import { namedNotice, type NamedNotice } from './named-notice.ts'

/** The code that is printed on a piece: it follows from the notice that the piece stands for, and from nothing else. */
export const codeOf = (deps: Deps, notice: string, piece: KitPiece): string =>
  campaignCode(Buffer.from(deps.sealer.digest(`kit ${notice} ${piece}`), 'hex'))

/**
 * What a printed code grants: the categories that were named where it was printed, as long as the form still offers
 * them under the same words. What was added since was never shown to whoever reads an old poster. Null where nothing
 * is left, or where the code is of nothing that the company ever printed.
 */
export const grantByCampaign = async (
  deps: Deps,
  stored: StoredCompany,
  code: string,
): Promise<Grant | null> => {
  const printed = await printedAs(deps, stored, code)
  const found = printed && formIn(stored, printed.notice.form)
  if (!found) return null
  const { notice, hash, piece } = printed
  const categories = stillOffered(found, notice, isCurrent(deps, found, printed))
  if (categories.length === 0) return null
  return {
    categories,
    senders: notice.senders.map(({ id }) => id),
    form: notice.form,
    notice: hash,
    piece,
  }
}

type Printed = NamedNotice & { readonly piece: KitPiece }

const printedAs = async (
  deps: Deps,
  stored: StoredCompany,
  code: string,
): Promise<Printed | null> => {
  const memory = deps.memory.of(stored.document.id)
  for (const hash of await memory.noticeHashes()) {
    const piece = KIT_PIECES.find((each) => codeOf(deps, hash, each) === code)
    const notice = piece && (await memory.notice(hash))
    if (notice) return { notice, hash, piece }
  }
  return null
}

const isCurrent = (deps: Deps, found: FoundForm, { notice, hash }: NamedNotice): boolean =>
  languagesOf(found.company, found.form).includes(notice.language) &&
  namedNotice(deps, found, notice.language).hash === hash

const stillOffered = (
  { company, form }: FoundForm,
  { categories, language }: Notice,
  isInForce: boolean,
): readonly string[] =>
  company.categories
    .filter(({ id, kind, title, purposeChangedAt }) => {
      const isSame = categories.some(
        (printed) =>
          printed.id === id && printed.kind === kind && printed.title === title[language],
      )
      // Words from before a change of purpose ask for what it was then.
      return form.categories.includes(id) && isSame && (isInForce || purposeChangedAt === undefined)
    })
    .map(({ id }) => id)
