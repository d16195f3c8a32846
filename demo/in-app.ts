import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Company, Language } from '../consent/company.ts'
import { besides, originsOf, type Ports } from './origins.ts'
import { policy, scriptedPage } from './page.ts'
import { readPlay, type Play } from './plays.ts'
import { readLanguage, stageSetting } from './stage.ts'
import { IN_APP_TEXTS } from './texts/in-app.ts'

/** The page that plays an app around the form. */
export const inAppRoutes = (ports: Ports, company: Company): Hono =>
  new Hono().get('/demo/in-app.html', (c) => {
    const language = readLanguage(c.req.query('lang'), c.req.header('accept-language'))
    const shopOrigin = besides(c.req.url, ports.shop)
    c.header(
      'Content-Security-Policy',
      policy({
        'script-src': ["'self'"],
        // The app opens a chat by asking for its address.
        'connect-src': ["'self'", ...originsOf(ports.quiero)],
        'frame-src': [shopOrigin, ...originsOf(ports.quiero)],
        'frame-ancestors': ["'none'"],
      }),
    )
    c.header('Cache-Control', 'no-store')
    return c.html(
      scriptedPage({
        name: 'in-app',
        title: `Quiero · ${IN_APP_TEXTS[language].title}`,
        styles: ['stage', 'phone', 'chat', 'in-app'],
        setting: stageSetting(company, language, shopOrigin),
      }),
    )
  })

/** The client's page inside of the app: the form, and before it the script that plays the webview. */
export const webviewRoutes = (ports: Ports): Hono =>
  new Hono().get('/webview', (c) => {
    const language = readLanguage(c.req.query('lang'), c.req.header('accept-language'))
    const quiero = besides(c.req.url, ports.quiero)
    const { origin } = new URL(c.req.url)
    c.header(
      'Content-Security-Policy',
      policy({
        'script-src': [quiero, origin],
        'style-src': [origin],
        'connect-src': [quiero],
        'frame-ancestors': originsOf(ports.quiero),
      }),
    )
    c.header('Cache-Control', 'no-store')
    return c.html(webviewPage(language, quiero, readPlay(c.req.query('play')) ?? 'no-windows'))
  })

const webviewPage = (language: Language, quiero: string, play: Play) =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Café Aurora</title>
        <link rel="icon" href="/demo/aurora.svg" />
        <link rel="stylesheet" href="/demo/webview.css" />
        <script src="/demo/webview.js" data-play="${play}" data-app="${quiero}"></script>
        <script src="${quiero}/f/frm_demo.js" async></script>
      </head>
      <body>
        <main>
          <h1>Café Aurora</h1>
          <div
            data-quiero="frm_demo"
            data-view="app"
            data-app-origin="${play === 'frame' ? quiero : ''}"
          ></div>
        </main>
      </body>
    </html>`
