import { pageIn } from './stub.ts'

/** What came of the forms: how many were drawn, how many led on to another screen, and all that must not be. */
export type Drawn = { readonly drawn: number; readonly further: number; readonly faults: string[] }

/** A nonce for the page's own script. */
export const NONCE = 'bm9uY2U'

/**
 * A page with a canary that looks on, ears for every fault, and a server that answers what it is told. Its
 * `drawAll` draws forms, does what a person does with each, and looks at what has come of it.
 */
export const FUZZ_PAGE = pageIn(
  'es',
  `<p id="canary">Sigo igual</p><script nonce="${NONCE}">
  const faults = new Set(), answers = {}
  let words = null
  window.canary = () => faults.add('a script ran')
  addEventListener('error', ({ message }) => faults.add('error: ' + message))
  addEventListener('unhandledrejection', ({ reason }) => faults.add('rejected: ' + reason))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    faults.add('policy: ' + violatedDirective + ' ' + blockedURI))
  window.fetch = async (url, { body }) => ({
    status: 200,
    json: async () => (url.includes('/v1/opt-ins') ? answers[JSON.parse(body).form] : words),
  })

  const ADDRESS = location.href
  const LINKS = /^(?:#|(?:https?|whatsapp|sms|mailto):)/i
  const STYLE = /^(?:font-family: system-ui, sans-serif; ?)?(?:--own-(?:accent|ink)(?:Dark)?: #[\\da-f]{6}; ?)*(?:--radius: [-\\d.e+]+px;)?$/i
  const TAGS = 'div form header span b p fieldset legend label input select option small button section a footer svg path circle output h2 ul li i figure figcaption quiero-here'
  const isTag = Object.fromEntries(TAGS.split(' ').map((tag) => [tag, true]))

  const look = (shadow) => {
    for (const element of shadow.querySelectorAll('*')) {
      if (isTag[element.localName] !== true) faults.add('<' + element.localName + '>')
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) faults.add(name)
        if (name === 'href' && !LINKS.test(value)) faults.add('href ' + value)
        if (name === 'style' && !STYLE.test(value)) faults.add('style ' + value)
      }
    }
    if (location.href !== ADDRESS) faults.add(location.href)
  }

  const fill = (shadow) => {
    for (const box of shadow.querySelectorAll('[type=checkbox]')) box.click()
    const phone = shadow.querySelector('#phone')
    if (!phone) return
    phone.value = '+525512345678'
    phone.dispatchEvent(new InputEvent('input', { bubbles: true }))
    shadow.querySelector('[type=submit]').click()
  }

  const begin = (view, link, handedIn) => {
    const links = { whatsapp: link, sms: link, email: link }
    answers[view.form] = { ...handedIn, links, code: link, watch: link }
    const place = document.createElement('div')
    place.dataset.quiero = view.form
    place.dataset.api = location.origin
    document.body.append(place)
    Quiero.start(view, '/w/1/')
    return place
  }

  const looksOfCanary = () => JSON.stringify(Object.entries(getComputedStyle(document.getElementById('canary'))))
  const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const having = (places, selector) => places.filter(({ shadowRoot }) => shadowRoot?.querySelector(selector)).length

  window.drawAll = async ({ views, links, handedIn, inWords }) => {
    words = inWords
    const before = looksOfCanary()
    let drawn = 0, further = 0
    for (let from = 0; from < views.length; from += 25) {
      const places = views.slice(from, from + 25).map((view, at) => begin(view, links[from + at], handedIn))
      const each = (work) => places.forEach(({ shadowRoot }) => shadowRoot && work(shadowRoot))
      await soon(10)
      drawn += having(places, 'form')
      each(look)
      each(fill)
      await soon(40)
      further += having(places, 'h2')
      each(look)
      if (looksOfCanary() !== before) faults.add('the canary changed')
      for (const place of places) {
        try { Quiero.mount(place)() } catch (fault) { faults.add('taking away: ' + fault) }
        place.remove()
      }
      sessionStorage.clear()
    }
    return { drawn, further, faults: [...faults] }
  }
  </script>`,
)
