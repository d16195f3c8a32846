import * as v from 'valibot'
import type { Language as LanguageName } from '../consent/company.ts'
import { KIT_PIECES, type KitPiece } from '../consent/kit.ts'
import type { MembersOf } from './members-of.ts'
import { Language } from './words.ts'

/** GET /v1/kit/{sender}/{file}?language= */
export const AskKitFile = v.strictObject({
  language: v.optional(
    v.pipe(Language, v.description('One that the form speaks; without it the form’s first.')),
  ),
})

/** GET /v1/kit/{sender}: what says that a number is the company's, to be printed and passed on. */
export type KitShown = {
  readonly sender: string
  readonly form: string
  readonly pieces: readonly {
    readonly piece: KitPiece
    readonly language: LanguageName
    readonly code: string
    readonly link: string
    readonly source: string
    readonly files: readonly {
      readonly name: string
      readonly type: string
      readonly url: string
    }[]
  }[]
}

type PieceShown = KitShown['pieces'][number]

export const KitShown = v.object({
  sender: v.string(),
  form: v.pipe(v.string(), v.description('The form whose notice the pieces stand for.')),
  pieces: v.array(
    v.object({
      piece: v.picklist(KIT_PIECES),
      language: Language,
      code: v.pipe(v.string(), v.description('What ties a message to this piece.')),
      link: v.pipe(v.string(), v.description('A chat with the number, with what says yes in it.')),
      source: v.pipe(v.string(), v.description('As what `GET /v1/quality` counts its opt-ins.')),
      files: v.array(
        v.object({
          name: v.string(),
          type: v.pipe(v.string(), v.description('Its media type.')),
          url: v.string(),
        } satisfies MembersOf<PieceShown['files'][number]>),
      ),
    } satisfies MembersOf<PieceShown>),
  ),
} satisfies MembersOf<KitShown>)
