import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { OpenApi } from '../open-api.ts'
import { operationView, postingView, verb } from './operation-view.ts'
import { placedIn, type Placed } from './placed.ts'
import { anchor, headingsIn, inline, prose, slugOf } from './prose.ts'
import { fieldsOf } from './schema-view.ts'

const styleIn = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

const STYLE = styleIn('../../pages/base.css') + styleIn('./reference.css')

/** The page's headers: nothing runs on it, it loads nothing, and the one style sheet is within. */
export const REFERENCE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'Cache-Control': 'no-cache',
} as const

/** The document as people read it. */
export const referencePage = async (document: OpenApi): Promise<string> => {
  const { info } = document
  const page = await html`<!doctype html>
    <html lang="en" class="reference" data-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: the API</title>
        <link rel="icon" href="data:," />
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body id="top">
        <header>
          <a class="brand" href="#top">${info.title} <span class="soft">${info.version}</span></a>
          <a href="/openapi.json">OpenAPI 3.1</a>
        </header>
        ${contents(document)}
        <main>
          <h1>The API</h1>
          <div class="guide">${prose(info.description)}</div>
          ${document.tags.map((tag) => tagView(document, tag))} ${schemasOf(document)}
        </main>
      </body>
    </html>`
  return String(page)
}

const ofTag = (document: OpenApi, tag: string): readonly Placed[] =>
  placedIn(document.paths).filter(({ operation }) => operation.tags.includes(tag))

const postedOf = (document: OpenApi, tag: string): readonly Placed[] =>
  placedIn(document.webhooks).filter(({ operation }) => operation.tags.includes(tag))

const contents = (document: OpenApi): Html =>
  html`<nav aria-label="Contents">
    <ul>
      ${headingsIn(document.info.description).map(
        ({ id, title }) => html`<li class="general"><a href="#${id}">${title}</a></li>`,
      )}
      ${document.tags.map(
        ({ name }) =>
          html`<li>
            <a href="#${slugOf(name)}">${name}</a>
            ${indexOf([...ofTag(document, name), ...postedOf(document, name)])}
          </li>`,
      )}
      <li><a href="#schemas">Schemas</a></li>
    </ul>
  </nav>`

const indexOf = (all: readonly Placed[]): Html =>
  html`<ul class="index">
    ${all.map(
      ({ method, operation }) =>
        html`<li><a href="#${operation.operationId}">${verb(method)} ${operation.summary}</a></li>`,
    )}
  </ul>`

const tagView = (document: OpenApi, { name, description }: OpenApi['tags'][number]): Html => {
  const operations = ofTag(document, name)
  const postings = postedOf(document, name)
  return html`<section class="tag" aria-labelledby="${slugOf(name)}">
    <h2 id="${slugOf(name)}">${anchor(slugOf(name), name)}</h2>
    <p>${inline(description)}</p>
    ${indexOf([...operations, ...postings])}
    ${operations.map((each) => operationView(document, each))}
    ${postings.map((each) => postingView(document, each))}
  </section>`
}

const schemasOf = ({ components }: OpenApi): Html =>
  html`<section class="tag" aria-labelledby="schemas">
    <h2 id="schemas">${anchor('schemas', 'Schemas')}</h2>
    ${Object.entries(components.schemas).map(
      ([name, schema]) =>
        html`<section class="schema" aria-labelledby="${name}">
          <h3 id="${name}">${anchor(name, name)}</h3>
          ${fieldsOf(schema)}
        </section>`,
    )}
  </section>`
