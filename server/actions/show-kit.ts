import type { Language } from '../../consent/company.ts'
import { KIT_PIECES, type KitPiece } from '../../consent/kit.ts'
import { languagesOf, type Notice } from '../../consent/notice.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { codeOf } from './campaign.ts'
import { draftsWithCode } from './drafts.ts'
import { formIn, type FoundForm } from './find-form.ts'
import { namedNotice, type NamedNotice } from './named-notice.ts'
import { problem, type Problem } from './problem.ts'

/** A sender with the form that its kit leads to. */
export type Kit = { readonly found: FoundForm; readonly keyword: string }

/** A piece of the kit in one language. */
export type ShownPiece = {
  readonly code: string
  /** What is sent by whoever types it. */
  readonly words: string
  /** What is sent by whoever scans or taps: the same, and what it agrees to. */
  readonly draft: string
  /** A chat with the number and that draft. */
  readonly link: string
  /** As what its opt-ins are counted. */
  readonly source: string
}

/** The kit of a sender: it leads to the first of its forms that a keyword stands for. */
export const kitOf = (stored: StoredCompany, sender: string): Kit | Problem => {
  const { keywords = [], forms } = stored.document
  for (const form of forms) {
    const keyword = keywords.find((each) => each.form === form.id)
    const found = form.sender === sender && keyword && formIn(stored, form.id)
    if (found) return { found, keyword: keyword.word }
  }
  return problem('kit-not-found')
}

/** The languages that a kit speaks. */
export const languagesOfKit = ({ found: { company, form } }: Kit): readonly Language[] =>
  languagesOf(company, form)

// What version 20 of a QR code holds at level M (ISO/IEC 18004): on A6 its modules are half a millimetre wide, and
// phones fail to see finer ones.
const LONGEST_LINK = 666

/** Every piece of a kit in one language, and the notice that all of them stand for. */
export type ShownKit = {
  readonly notice: Notice
  readonly pieces: { readonly [piece in KitPiece]: ShownPiece }
}

/**
 * A kit in a language. Its notice is kept: whoever reads a piece years later says yes to these words. What is sent
 * always says what is agreed to, which Meta asks for where a link leads into the chat (facts section 4); a form whose
 * categories cannot be named in it has no kit.
 */
export const showKit = async (
  deps: Deps,
  { found, keyword }: Kit,
  language: Language,
): Promise<ShownKit | Problem> => {
  const named = namedNotice(deps, found, language)
  const { notice, hash } = named
  const pieceOf = (piece: KitPiece): ShownPiece => shownPiece(deps, found, named, keyword, piece)
  const pieces = {
    link: pieceOf('link'),
    qr: pieceOf('qr'),
    signature: pieceOf('signature'),
    receipt: pieceOf('receipt'),
    'poster-a4': pieceOf('poster-a4'),
    'poster-a6': pieceOf('poster-a6'),
  }
  const isClear = KIT_PIECES.every((piece) => isClearIn(pieces[piece]))
  if (!isClear) return problem('kit-not-clear')
  await deps.memory.of(found.company.id).write((records) => records.keepNotice(hash, notice))
  return { notice, pieces }
}

const shownPiece = (
  deps: Deps,
  found: FoundForm,
  { notice, hash }: NamedNotice,
  keyword: string,
  piece: KitPiece,
): ShownPiece => {
  const code = codeOf(deps, hash, piece)
  const { categories, id } = found.form
  const draft = draftsWithCode(found, notice, code, categories).whatsapp()
  return {
    code,
    words: `${keyword} ${code}`,
    draft,
    link: deps.chatLink(found.sender.phone, draft),
    source: `keyword/${id}/${piece}`,
  }
}

const isClearIn = ({ draft, words, link }: ShownPiece): boolean =>
  draft !== words && link.length <= LONGEST_LINK
