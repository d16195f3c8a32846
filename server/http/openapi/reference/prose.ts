import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'

/** Markdown of the few kinds that the document has: paragraphs, headings and code. */
export const prose = (text: string): Html => html`${text.split('\n\n').map(blockOf)}`

const blockOf = (block: string): Html => {
  const title = /^## (.+)$/u.exec(block)?.[1]
  return title === undefined
    ? html`<p>${inline(block)}</p>`
    : html`<h2 id="${slugOf(title)}">${anchor(slugOf(title), title)}</h2>`
}

/** A line with its code and its addresses told apart. */
export const inline = (text: string): Html =>
  html`${text.split(/(`[^`]+`|https:\/\/[^\s)]+)/u).map((part) => {
    if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`
    return part.startsWith('https://') ? html`<a href="${part}">${part}</a>` : part
  })}`

/** The headings in a text. */
export const headingsIn = (
  text: string,
): readonly { readonly id: string; readonly title: string }[] =>
  [...text.matchAll(/^## (.+)$/gmu)].map(([, title = '']) => ({ id: slugOf(title), title }))

/** A title as the end of an address. */
export const slugOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/gu, '-')

/** A heading that can be pointed to. */
export const anchor = (id: string, title: Html | string): Html =>
  html`<a class="anchor" href="#${id}">${title}</a>`
