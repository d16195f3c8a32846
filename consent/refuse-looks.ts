import { BLACK, leastContrast, nearestApart, WHITE } from './contrast.ts'
import { itemsUnder, textAt, under, type Place } from './place.ts'
import type { Finding, RefusalRule } from './refusal.ts'
import { COLOUR, isDarkShown, LEAST_ACCENT_CONTRAST, PAPERS } from './shown-theme.ts'

/** Refusals of looks that not everybody can see. The ink on the accent is chosen by Quiero and always stands out. */
export const LOOK_REFUSALS: readonly RefusalRule[] = [
  {
    number: 38,
    rule: 'accent-hard-to-see',
    findIn: (document) =>
      itemsUnder(document, 'forms').flatMap((form) => {
        const theme = under(form, 'theme')
        return [...paleOn(theme), ...darkOn(theme)]
      }),
  },
]

const paleOn = (theme: Place): readonly Finding[] => {
  const accent = under(theme, 'accent')
  if (textAt(under(theme, 'scheme')) === 'dark') return []
  return hardToSee(textAt(accent), 'light', (ratio, better) => ({
    where: accent.where,
    sentence: `Choose a darker accent: this one has a contrast of ${ratio}:1 to the light form, and buttons need ${LEAST_ACCENT_CONTRAST}:1. The nearest that will do is ${better}.`,
  }))
}

const darkOn = (theme: Place): readonly Finding[] => {
  const scheme = textAt(under(theme, 'scheme'))
  if (!isDarkShown(scheme)) return []
  const [accent, accentDark] = [under(theme, 'accent'), under(theme, 'accentDark')]
  const isShared = accentDark.value === undefined
  return hardToSee(textAt(isShared ? accent : accentDark), 'dark', (ratio, better) =>
    isShared && scheme === 'auto'
      ? {
          where: accentDark.where,
          sentence: `Add an accentDark: the accent has a contrast of ${ratio}:1 to the dark form, and buttons need ${LEAST_ACCENT_CONTRAST}:1. The nearest that will do is ${better}.`,
        }
      : {
          where: isShared ? accent.where : accentDark.where,
          sentence: `Choose a lighter accent: this one has a contrast of ${ratio}:1 to the dark form, and buttons need ${LEAST_ACCENT_CONTRAST}:1. The nearest that will do is ${better}.`,
        },
  )
}

/** Empty where a colour can be seen, or is none (which is refused elsewhere). */
const hardToSee = (
  colour: string,
  scheme: keyof typeof PAPERS,
  say: (ratio: string, better: string) => Finding,
): readonly Finding[] => {
  if (!COLOUR.test(colour)) return []
  const contrast = leastContrast(colour, PAPERS[scheme])
  if (contrast >= LEAST_ACCENT_CONTRAST) return []
  const towards = scheme === 'light' ? BLACK : WHITE
  const better = nearestApart(colour, towards, PAPERS[scheme], LEAST_ACCENT_CONTRAST)
  // Rounded down: 2.996 is not 3, and would not be understood as too little.
  return [say((Math.floor(contrast * 100) / 100).toFixed(2), better)]
}
