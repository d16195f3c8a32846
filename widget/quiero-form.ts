const settled = new WeakSet<HTMLElement>()

/**
 * Shows the form of a `<quiero-form>`, and anew when its attributes change. While the element is out of the
 * document its form rests.
 */
export const settle = (element: HTMLElement): void => {
  if (settled.has(element)) return
  settled.add(element)
  const mount = () =>
    window.Quiero?.mount(element, {
      form: element.getAttribute('form') ?? '',
      language: element.getAttribute('language') ?? '',
    })
  let takeAway = mount()
  const changes = new MutationObserver(() => {
    takeAway?.()
    takeAway = mount()
  })
  changes.observe(element, { attributeFilter: ['form', 'language', 'theme'] })
}
