import type { FormView } from '../contract/form-view.ts'
import { apiAt } from './api.ts'
import { chooseLanguage, type Wanted } from './language.ts'

/** A form from the server, in the language that is wanted most and that it speaks; null where there is none. */
export const findView = async (
  origin: string,
  form: string,
  wanted: Wanted,
): Promise<FormView | null> => {
  const api = apiAt(origin)
  const view = await api.form(form, wanted.find(Boolean) ?? '')
  if (!view) return null
  const language = chooseLanguage(view.languages, wanted)
  return view.language === language ? view : ((await api.form(form, language)) ?? view)
}
