import { Hono } from 'hono'
import * as v from 'valibot'
import { KIT_FILES, KIT_PIECES, type KitFile } from '../../../consent/kit.ts'
import { kitTextsOf } from '../../../consent/kit-texts.ts'
import { spacedPhone } from '../../../consent/masked.ts'
import type { Notice } from '../../../consent/notice.ts'
import { shownTheme } from '../../../consent/shown-theme.ts'
import { AskKitFile, type KitShown } from '../../../contract/kit.ts'
import { isProblem, problem, type Problem } from '../../actions/problem.ts'
import {
  kitOf,
  languagesOfKit,
  showKit,
  type Kit,
  type ShownPiece,
} from '../../actions/show-kit.ts'
import type { Deps } from '../../ports.ts'
import { callerOf } from '../caller.ts'
import type { HttpDeps } from '../deps.ts'
import { refuse } from '../problems.ts'
import type { Drawn } from './drawn.ts'
import { kitFile } from './kit-file.ts'

const PLAIN_INK = '#1a1a1a'

const FILES = Object.entries(KIT_FILES)

/** GET /v1/kit/{sender} and …/{file}: what a company prints and passes on to say that a number is its own. */
export const kitRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/:sender', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const kit = kitOf(stored, c.req.param('sender'))
      if (isProblem(kit)) return refuse(c, kit)
      const list = await listed(deps, kit)
      return isProblem(list) ? refuse(c, list) : c.json(list satisfies KitShown)
    })
    .get('/:sender/:file', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const kit = kitOf(stored, c.req.param('sender'))
      if (isProblem(kit)) return refuse(c, kit)
      const file = c.req.param('file')
      if (!isKitFile(file)) return refuse(c, problem('kit-not-found'))
      const language = languageAsked(kit, c.req.query())
      if (isProblem(language)) return refuse(c, language)
      const shown = await showKit(deps, kit, language)
      if (isProblem(shown)) return refuse(c, shown)
      const made = await kitFile(
        file,
        drawnOf(deps, kit, shown.notice, shown.pieces[KIT_FILES[file].piece]),
      )
      return c.body(typeof made === 'string' ? made : new Uint8Array(made), 200, {
        'Content-Type': KIT_FILES[file].type,
        'Content-Disposition': `attachment; filename="${file}"`,
      })
    })

const isKitFile = (name: string): name is KitFile => Object.hasOwn(KIT_FILES, name)

const languageAsked = (kit: Kit, query: Readonly<Record<string, string>>) => {
  const asked = v.safeParse(AskKitFile, query)
  const spoken = languagesOfKit(kit)
  const language = asked.success
    ? spoken.find((each) => each === (asked.output.language ?? spoken[0]))
    : undefined
  return language ?? refusedLanguage()
}

const refusedLanguage = (): Problem => problem('body-not-valid', { at: 'language' })

type PiecesShown = KitShown['pieces']

const listed = async (deps: Deps, kit: Kit): Promise<KitShown | Problem> => {
  const { sender, form } = kit.found
  const pieces: PiecesShown[number][] = []
  for (const language of languagesOfKit(kit)) {
    const shown = await showKit(deps, kit, language)
    if (isProblem(shown)) return shown
    for (const piece of KIT_PIECES) {
      const { code, link, source } = shown.pieces[piece]
      const files = FILES.filter(([, of]) => of.piece === piece).map(([name, { type }]) => {
        const url = `${deps.publicUrl}/v1/kit/${sender.id}/${name}?language=${language}`
        return { name, type, url }
      })
      pieces.push({ piece, language, code, link, source, files })
    }
  }
  return { sender: sender.id, form: form.id, pieces }
}

const drawnOf = (
  deps: Deps,
  { found: { company, form, sender } }: Kit,
  notice: Notice,
  { words, link }: ShownPiece,
): Drawn => {
  const { language, categories, notCondition } = notice
  return {
    language,
    company: plain(company.name),
    number: spacedPhone(sender.phone),
    badge: sender.badge,
    topics: categories.map(({ title, frequency }) => `${plain(title)} (${frequency})`).join(', '),
    titles: categories.map(({ title }) => plain(title)).join(', '),
    words,
    link,
    check: `${deps.publicUrl}/n/${company.id}/${sender.id}`,
    notCondition,
    accent: shownTheme({ ...form.theme, scheme: 'light' }).accent ?? PLAIN_INK,
    texts: kitTextsOf(form, language),
  }
}

/** What a document may hold and XML may not. */
const plain = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, ' ')
