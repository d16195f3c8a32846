import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { DocOperation, DocResponse, OpenApi } from '../open-api.ts'
import { block } from './code.ts'
import { contentView } from './content-view.ts'
import { curlFor } from './curl.ts'
import type { Placed } from './placed.ts'
import { anchor, inline, prose } from './prose.ts'
import { field } from './schema-view.ts'

/** Everything about one operation, with a command to try it. */
export const operationView = (document: OpenApi, placed: Placed): Html => {
  const { method, path, operation } = placed
  return html`<section class="operation" aria-labelledby="${operation.operationId}">
    <h3 id="${operation.operationId}">${anchor(operation.operationId, operation.summary)}</h3>
    <p class="route">${verb(method)} <code>${path}</code></p>
    ${whoMay(operation)} ${prose(operation.description)}
    ${block(curlFor(document.servers[0]?.url ?? '', placed))} ${parametersOf(operation)}
    ${askedOf(document, operation, isList(operation) ? 0 : 1)} ${answersOf(document, operation)}
  </section>`
}

/** What is posted to a company. */
export const postingView = (document: OpenApi, { path: name, operation }: Placed): Html =>
  html`<section class="operation" aria-labelledby="${operation.operationId}">
    <h3 id="${operation.operationId}">${anchor(operation.operationId, operation.summary)}</h3>
    <p class="route">${verb('post')} <code>your address</code> <span class="soft">${name}</span></p>
    ${prose(operation.description)} ${parametersOf(operation)} ${askedOf(document, operation, 0)}
  </section>`

// The first example is in the command, but for a list, which is in a file there.
const isList = ({ requestBody }: DocOperation): boolean =>
  Object.values(requestBody?.content ?? {}).some(({ schema }) => 'x-itemSchema' in schema)

/** The method, as a badge. */
export const verb = (method: string): Html =>
  html`<b class="verb ${method}">${method.toUpperCase()}</b>`

const whoMay = ({ security }: DocOperation): Html => {
  const scopes = security.flatMap((one) => one['apiKey'] ?? [])
  if (scopes.length === 0) return html`<p class="scope">Needs no key</p>`
  const orPage = security.length > scopes.length ? ', or a page of a form' : ''
  return html`<p class="scope">
    Needs a key with the scope ${scopes.map((scope) => html`<code>${scope}</code>`)}${orPage}
  </p>`
}

const parametersOf = ({ parameters }: DocOperation): Html =>
  parameters.length === 0
    ? html``
    : html`<h4>Parameters</h4>
        <dl class="fields">
          ${parameters.map(({ name, in: place, description, schema, required }) =>
            field(name, { ...schema, description }, required, PLACES[place]),
          )}
        </dl>`

const PLACES = { path: 'in the address', query: 'in the query', header: 'header' } as const

const askedOf = (document: OpenApi, { requestBody }: DocOperation, from: number): Html =>
  requestBody
    ? html`<h4>Body</h4>
        ${requestBody.description === '' ? '' : html`<p>${inline(requestBody.description)}</p>`}
        ${contentView(document, requestBody.content, from)}`
    : html``

const PROBLEM = 'application/problem+json'

const isProblem = ({ content }: DocResponse): boolean => content !== undefined && PROBLEM in content

const answersOf = (document: OpenApi, { responses }: DocOperation): Html => {
  const all = Object.entries(responses)
  const problems = all.filter(([, response]) => isProblem(response))
  return html`<h4>Answers</h4>
    ${all
      .filter(([, response]) => !isProblem(response))
      .map(([status, response]) => answerOf(document, status, response))}
    <details>
      <summary>Problems</summary>
      <dl class="problems">${problems.map(([, response]) => problemsOf(document, response))}</dl>
    </details>`
}

const answerOf = (document: OpenApi, status: string, response: DocResponse): Html => {
  const { description, headers = {}, content = {} } = response
  const names = Object.keys(headers)
  return html`<p class="answer"><b class="status">${status}</b> ${inline(description)}</p>
    ${
      names.length > 0
        ? html`<p class="limits">With ${names.map((name) => html`<code>${name}</code> `)}</p>`
        : ''
    }
    ${contentView(document, content)}`
}

const problemsOf = ({ components }: OpenApi, { content = {} }: DocResponse): Html =>
  html`${Object.keys(content[PROBLEM]?.examples ?? {}).map((code) => {
    const told = components.examples[code]
    return told
      ? html`<div>
          <dt><b class="status">${told.value.status}</b> <code>${code}</code></dt>
          <dd>${inline(told.value.detail)}</dd>
        </div>`
      : ''
  })}`
