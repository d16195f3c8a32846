/** The setting that the server wrote into the page, as JSON. */
export const settingText = (): string => document.querySelector('#setting')?.textContent ?? '{}'

/** The element that the page is drawn into. */
export const root = (): Element => {
  const element = document.querySelector('#root')
  if (element === null) throw new Error('the page has no root')
  return element
}
