import type { Theme } from '../consent/company.ts'

/** Hands a form's looks to the style sheet. Whatever is no colour or no number is left out. */
export const applyTheme = (root: HTMLElement, { accent, radius, scheme }: Theme): void => {
  root.dataset['scheme'] = scheme ?? 'light'
  if (accent !== undefined && /^#[\da-f]{6}$/iu.test(accent)) {
    root.style.setProperty('--accent', accent)
    root.style.setProperty('--on-accent', inkOn(accent))
  }
  if (typeof radius === 'number') root.style.setProperty('--radius', `${radius}px`)
}

/** Black or white, whichever is easier to read on a colour (relative luminance). */
const inkOn = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff'
}

/** Adds a style sheet to a shadow root. */
export const applyStyle = (shadow: ShadowRoot, style: string): void => {
  try {
    // Allowed by a strict style-src, which a style element is not.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet]
  } catch {
    const element = document.createElement('style')
    element.textContent = style
    shadow.append(element)
  }
}
