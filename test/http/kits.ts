import type { KitShown } from '../../contract/kit.ts'

type Piece = KitShown['pieces'][number]

/** What a chat's draft says: the text of a `wa.me` link. */
export const draftIn = (link: string): string => new URL(link).searchParams.get('text') ?? ''

/** A piece of a kit in a language. */
export const pieceIn = (kit: KitShown, piece: string, language: string): Piece => {
  const found = kit.pieces.find((each) => each.piece === piece && each.language === language)
  if (!found) throw new Error(`no ${piece} in ${language}`)
  return found
}
