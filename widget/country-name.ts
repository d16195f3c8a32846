/** A country's name in a language; its code in browsers that know no names. */
export const countryName = (country: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
  } catch {
    return country
  }
}
