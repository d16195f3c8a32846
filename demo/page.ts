import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language } from '../consent/company.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A page of the demo that a script draws; the setting is handed to the script as data. */
export const scriptedPage = (page: {
  readonly name: 'stage' | 'panel' | 'in-app'
  readonly title: string
  readonly styles: readonly string[]
  readonly setting: { readonly language: Language }
}): Html =>
  html`<!doctype html>
    <html lang="${page.setting.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="/demo/icon.svg" />
        ${page.styles.map((style) => html`<link rel="stylesheet" href="/demo/${style}.css" />`)}
        <script type="application/json" id="setting">
          ${raw(asData(page.setting))}
        </script>
        <script type="module" src="/demo/${page.name}.js"></script>
      </head>
      <body>
        <div id="root"></div>
      </body>
    </html>`

/** A Content-Security-Policy: nothing but what is named, nothing from outside. */
export const policy = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries({
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    ...directives,
  })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')

const asData = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')
