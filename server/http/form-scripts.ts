import type { Language } from '../../consent/company.ts'
import { languagesOf } from '../../consent/notice.ts'
import type { DrawnNotice } from '../../contract/form-view.ts'
import { formIn, type FoundForm } from '../actions/find-form.ts'
import { shownForm } from '../actions/show-form.ts'
import type { StoredCompany } from '../ports.ts'
import type { HttpDeps } from './deps.ts'
import { formView } from './form-view.ts'
import { pack, type Packed } from './packed.ts'

/** The one-request scripts of all forms, as they are sent. */
export type FormScripts = {
  readonly of: (found: FoundForm, language: Language) => Promise<Packed>
  /** Packs those of a company anew, before anybody asks for them. */
  readonly prepare: (stored: StoredCompany) => void
}

// A notice can be agreed to for thirty days after its token was made, so a script is at most a day old.
const FRESH_FOR = 24 * 60 * 60 * 1000

type Kept = { readonly version: number; readonly at: number; readonly packed: Promise<Packed> }

/** Packs a script once for each version of its company's document. */
export const formScripts = (deps: HttpDeps): FormScripts => {
  const kept = new Map<string, Kept>()

  const of = (found: FoundForm, language: Language): Promise<Packed> => {
    const { stored, company, form } = found
    const key = `${company.id} ${form.id} ${language}`
    const before = kept.get(key)
    const at = deps.now()
    const isFresh = before && before.version === stored.version && at - before.at < FRESH_FOR
    if (isFresh) return before.packed
    const packed = pack(scriptOf(deps, found, language))
    kept.set(key, { version: stored.version, at, packed })
    // A fault is not kept for a day.
    packed.catch(() => kept.delete(key))
    return packed
  }

  return {
    of,
    prepare: (stored) => {
      for (const { id } of stored.document.forms) {
        const found = formIn(stored, id)
        if (!found) continue
        for (const language of languagesOf(found.company, found.form)) {
          of(found, language).catch((error: unknown) => deps.report('packing a script', error))
        }
      }
    },
  }
}

const scriptOf = (deps: HttpDeps, found: FoundForm, language: Language): string => {
  const view = formView(deps, shownForm(deps, found, language))
  // The words of later screens and the list of other countries are asked for when they are needed.
  // And the widget that goes with it knows `ways`.
  const shown = asScript({
    ...view,
    notice: drawnNotice(view.notice),
    laterTexts: null,
    otherCountries: undefined,
    chat: undefined,
  })
  return `${deps.widget.files.first}\n;Quiero.start(${shown},"/w/${deps.widget.version}/")`
}

const drawnNotice = ({ company, senders, categories, ...notice }: DrawnNotice): DrawnNotice => ({
  company: { name: company.name },
  senders: senders.map(({ phone, displayName, badge }) => ({ phone, displayName, badge })),
  statement: notice.statement,
  categories: categories.map(({ id, title, example, frequency }) => ({
    id,
    title,
    example,
    frequency,
  })),
  howToStop: notice.howToStop,
  notCondition: notice.notCondition,
  privacy: notice.privacy,
  trademark: notice.trademark,
  buttons: notice.buttons,
})

/** JSON that may stand in a script: two line ends are JSON and were not JavaScript before 2019. */
const asScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
