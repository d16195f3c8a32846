/**
 * Copies what an element of the form shows, and tells whether it is copied. Where that is not allowed it is left
 * selected, so that the person can copy it.
 */
export const copy = async (shadow: ShadowRoot, text: string): Promise<boolean> => {
  try {
    // Not in old webviews, nor where a page came without TLS; and a frame is often not allowed to.
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const shown = [...shadow.querySelectorAll('[data-copy]')].find(
      (each) => each.getAttribute('data-copy') === text,
    )
    if (shown) getSelection()?.selectAllChildren(shown)
    return document.execCommand('copy')
  }
}
