import type { FormView } from '../contract/form-view.ts'
import type { Api } from './api.ts'
import { chooseLanguage, type Wanted } from './language.ts'

/** A form in the language that is wanted most: one of the views at hand, else fetched. */
export const findView = async (
  form: string,
  api: Api,
  views: readonly FormView[],
  wanted: Wanted,
): Promise<FormView | null> => {
  const any = views[0] ?? (await api.form(form, wanted.find(Boolean) ?? ''))
  if (!any) return null
  const language = chooseLanguage(any.languages, wanted)
  const view = [...views, any].find((each) => each.language === language)
  return view ?? (await api.form(form, language)) ?? any
}
