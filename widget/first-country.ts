import type { CountryNumbering } from '../consent/numbering.ts'

/**
 * The country to begin with. The browser's region counts, that of a tag in the form's language before
 * others, but an English tag only in an English form: `en-US` is what devices are sold with and says little
 * of where a reader of Spanish has a phone. Else the form's first country.
 */
export const firstCountry = (
  plans: readonly CountryNumbering[],
  tags: readonly string[],
  language: string,
): string => {
  const own = tags.filter((tag) => tag.startsWith(language))
  const others = tags.filter((tag) => !tag.startsWith('en'))
  const regions = [...own, ...others].map((tag) => tag.split('-').slice(1).pop()?.toUpperCase())
  const region = regions.find((each) => plans.some(({ country }) => country === each))
  return region ?? plans[0]?.country ?? ''
}
