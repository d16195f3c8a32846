import type { CountryNumbering } from '../consent/numbering.ts'

/** A country's name in a language; its code in browsers that know no names. */
export const countryName = (country: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
  } catch {
    return country
  }
}

/** The country to begin with: the browser's region where the form offers it, else the form's first. */
export const firstCountry = (
  plans: readonly CountryNumbering[],
  tags: readonly string[],
): string => {
  const regions = tags.map((tag) => tag.split('-').slice(-1)[0]?.toUpperCase())
  const plan = plans.find(({ country }) => regions.includes(country)) ?? plans[0]
  return plan?.country ?? ''
}
