import { Hono } from 'hono'
import { LANGUAGES, type Company, type Language } from '../consent/company.ts'
import { besides, originsOf, type Ports } from './origins.ts'
import { policy, scriptedPage } from './page.ts'
import type { StageSetting } from './shapes.ts'

/** The page that `npm start` opens: a shop, a phone and a backend side by side. */
export const stageRoutes = (ports: Ports, company: Company): Hono =>
  new Hono().get('/', (c) => {
    const language = readLanguage(c.req.query('lang'), c.req.header('accept-language'))
    const shopOrigin = besides(c.req.url, ports.shop)
    const setting = stageSetting(company, language, shopOrigin)
    c.header(
      'Content-Security-Policy',
      policy({
        'script-src': ["'self'"],
        'connect-src': ["'self'"],
        // The deep link is opened inside the shop's frame, so that frame may go to the phone too.
        'frame-src': [shopOrigin, ...originsOf(ports.quiero)],
        'frame-ancestors': ["'none'"],
      }),
    )
    c.header('Cache-Control', 'no-store')
    return c.html(
      scriptedPage({
        name: 'stage',
        title: `Quiero · ${setting.company}`,
        styles: ['stage', 'browser', 'phone', 'chat', 'narrow'],
        setting,
      }),
    )
  })

/** The language asked for in the address, else the browser's first that the demo speaks, else Spanish. */
export const readLanguage = (asked: string | undefined, accepted: string | undefined): Language => {
  const wished = [
    asked ?? '',
    ...(accepted ?? '').split(',').map((part) => part.trim().slice(0, 2)),
  ]
  for (const wish of wished) {
    const language = LANGUAGES.find((known) => known === wish)
    if (language !== undefined) return language
  }
  return 'es'
}

/** What the demo's pages with a phone need to know. */
export const stageSetting = (
  company: Company,
  language: Language,
  shopOrigin: string,
): StageSetting => {
  const [sender] = company.senders
  if (sender === undefined) throw new Error('the demo company has no sender')
  return {
    language,
    company: company.name,
    sender: { phone: sender.phone, name: sender.displayName, badge: sender.badge },
    shopOrigin,
  }
}
