import type { ShownTheme } from '../consent/shown-theme.ts'

/** Hands a form's looks to the style sheet. Whatever could be more than a colour or a number is left out. */
export const applyTheme = (root: HTMLElement, theme: ShownTheme): void => {
  root.dataset['scheme'] = theme.scheme ?? 'light'
  if (theme.font === 'system') root.style.fontFamily = 'system-ui, sans-serif'
  for (const part of ['accent', 'ink', 'accentDark', 'inkDark'] as const) {
    const colour = theme[part] ?? ''
    if (/^#\w{6}$/.test(colour)) root.style.setProperty(`--own-${part}`, colour)
  }
  if (typeof theme.radius === 'number') root.style.setProperty('--radius', `${theme.radius}px`)
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
