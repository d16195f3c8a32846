/**
 * Tells the page what has happened: as an event of the element (`quiero:confirmed`), and in the array that its
 * `data-layer` names, such as the `dataLayer` of a tag manager. Never a number, a code or a token.
 */
export const tellPage = (
  host: HTMLElement,
  { type, ...detail }: { readonly type: string; readonly form: string },
): void => {
  host.dispatchEvent(new CustomEvent(`quiero:${type}`, { bubbles: true, composed: true, detail }))
  Reflect.get(window, host.dataset['layer'] ?? '')?.push?.({ event: `quiero_${type}`, ...detail })
}
