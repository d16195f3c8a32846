import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language, Theme } from '../../../consent/company.ts'
import { PAGE_TEXTS } from '../../../consent/page-texts.ts'
import type { Deps } from '../../ports.ts'
import { NAMES } from '../languages.ts'
import { styleOf } from './theme.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A page that people see. What is typed on it never becomes part of an address. */
export type Page = {
  readonly language: Language
  readonly title: string
  readonly body: Html
  readonly theme?: Theme | undefined
  /** The same page in other languages. */
  readonly links?: readonly LanguageLink[]
  /** What stands below. */
  readonly below?: Html
  /** For an app's webview: nothing around the body. */
  readonly isInApp?: boolean
  /** Origins that may show it in a frame, besides ours. */
  readonly framedBy?: readonly string[]
  /** The script that takes the plain form's place when it has come. */
  readonly script?: string | undefined
  /** Rules of its own, after those of all pages. */
  readonly style?: string | undefined
}

export type LanguageLink = { readonly language: Language; readonly href: string }

/** Answers with a page. Nothing runs on it but our own script, and it posts to us alone. */
export const sendPage = (
  c: Context,
  { ids }: Deps,
  page: Page,
  status: ContentfulStatusCode = 200,
) => {
  const nonce = Buffer.from(ids.random(16)).toString('base64')
  const headers = {
    'Content-Security-Policy': policyOf(page, nonce),
    // With "no-referrer" a browser posts the page's own form with an origin of "null" (facts section 17).
    'Referrer-Policy': 'same-origin',
    // A page that was opened by another may tell it how it went.
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    Vary: 'Accept-Language',
    'Content-Language': page.language,
  }
  return c.html(documentOf(page, nonce), status, headers)
}

const policyOf = ({ framedBy = [] }: Page, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ['frame-ancestors', "'self'", ...framedBy].join(' '),
  ].join('; ')

/** What somebody has begun to type in the plain form is not taken away by a script that comes late. */
const KEEP_WHAT_IS_TYPED =
  "addEventListener('input',e=>{let p=e.target.closest('[data-quiero]');p&&p!==e.target&&p.removeAttribute('data-quiero')})"

/** Browsers that cannot construct style sheets take the widget's style elements only with the page's nonce. */
const nonceForStyles = (nonce: string): string =>
  `'adoptedStyleSheets'in document||(c=>document.createElement=(n,o)=>{let e=c.call(document,n,o);n==='style'&&e.setAttribute('nonce','${nonce}');return e})(document.createElement)`

const documentOf = (page: Page, nonce: string): Html => {
  const { language, title, theme = {}, script, isInApp = false } = page
  return html`<!doctype html>
    <html
      lang="${language}"
      class="${isInApp ? 'in-app' : ''}"
      data-scheme="${theme.scheme ?? 'light'}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${raw(styleOf(theme) + (page.style ?? ''))}
        </style>
        ${script === undefined ? '' : scriptTags(script, nonce)}
      </head>
      <body>
        <main>${page.body}</main>
        ${isInApp ? '' : around(page)}
      </body>
    </html>`
}

const scriptTags = (src: string, nonce: string): Html =>
  html`<script nonce="${nonce}">
      ${raw(`${KEEP_WHAT_IS_TYPED};${nonceForStyles(nonce)}`)}
    </script>
    <script nonce="${nonce}" src="${src}" async></script>`

const around = ({ language, links = [], below }: Page): Html =>
  html`<footer class="around">
    ${below ?? ''}
    ${
      links.length > 1
        ? html`<nav aria-label="${PAGE_TEXTS[language].languages}">
            ${links.map((link) => languageLink(link, language))}
          </nav>`
        : ''
    }
  </footer>`

const languageLink = ({ language, href }: LanguageLink, current: Language): Html =>
  html`<a
    href="${href}"
    lang="${language}"
    hreflang="${language}"
    ${language === current ? raw('aria-current="page"') : ''}
    >${NAMES[language]}</a
  >`
