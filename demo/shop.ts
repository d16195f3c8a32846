import { Hono, type Context } from 'hono'
import { builtFiles } from './built.ts'
import { clientBackend } from './client-backend.ts'
import { webviewRoutes } from './in-app.ts'
import { besides, originsOf, type Ports } from './origins.ts'
import { policy } from './page.ts'
import { shopPage, type ShopPage } from './shop-page.ts'
import { readLanguage } from './stage.ts'

/** The client's own site: the shop's pages with Quiero's one script tag, and behind them the shop's backend. */
export const shopApp = (ports: Ports): Hono => {
  const show = (page: ShopPage) => (c: Context) => {
    const quiero = besides(c.req.url, ports.quiero)
    c.header(
      'Content-Security-Policy',
      policy({
        'script-src': [quiero],
        'connect-src': [quiero],
        'form-action': ["'self'"],
        'frame-ancestors': originsOf(ports.quiero),
      }),
    )
    c.header('Cache-Control', 'no-store')
    return c.html(shopPage(page, languageOf(c), quiero))
  }
  return (
    new Hono()
      .get('/', show('order'))
      .get('/coffees', show('coffees'))
      .get('/checkout', show('checkout'))
      // Posted, since an address is no place for a phone number. A pretended shop keeps nothing of it.
      .post('/checkout', (c) => c.redirect(`/?lang=${languageOf(c)}`, 303))
      .route('/', webviewRoutes(ports))
      .route('/', clientBackend(ports))
      .route('/', builtFiles())
  )
}

const languageOf = (c: Context) =>
  readLanguage(c.req.query('lang'), c.req.header('accept-language'))
