import type { HonoRequest } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { LANGUAGES, type Language } from '../../consent/company.ts'

/** What each language calls itself. */
export const NAMES: { readonly [language in Language]: string } = {
  es: 'Español',
  pt: 'Português',
  en: 'English',
}

/** The language of a page: the one in its address, else the visitor's, else the first that is spoken. */
export const languageFor = (
  request: HonoRequest,
  spoken: readonly Language[] = LANGUAGES,
): Language => {
  const wanted = [request.query('language') ?? '', ...tagsOf(request)]
  for (const tag of wanted) {
    const language = spoken.find((each) => each === tag.toLowerCase().split('-')[0])
    if (language) return language
  }
  return spoken[0] ?? 'es'
}

/** The country to begin with: the visitor's region where it is offered, else the first. */
export const countryFor = (request: HonoRequest, offered: readonly string[]): string => {
  const regions = tagsOf(request).map((tag) => tag.split('-').at(-1)?.toUpperCase())
  return offered.find((country) => regions.includes(country)) ?? offered[0] ?? ''
}

/** What the browser says, best liked first. */
const tagsOf = (request: HonoRequest): readonly string[] =>
  parseAccept(request.header('accept-language') ?? '').map(({ type }) => type)
