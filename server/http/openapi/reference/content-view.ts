import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { DocContent, DocMedia, OpenApi } from '../open-api.ts'
import type { JsonSchema } from '../schemas.ts'
import { example } from './code.ts'
import { inline } from './prose.ts'
import { fieldsOf, nameIn } from './schema-view.ts'

// What has more fields is opened by whoever wants to see them.
const SHORT = 4_000

/** What is sent or answered, in each of its media types: the fields, then examples from the given one on. */
export const contentView = (document: OpenApi, content: DocContent, from = 0): Html =>
  html`${Object.entries(content).map(
    ([type, media]) => html`${mediaView(document, type, media)} ${examplesIn(media, from)}`,
  )}`

const mediaView = (document: OpenApi, type: string, { schema }: DocMedia): Html => {
  const what = schema['x-itemSchema'] ?? schema
  const { description } = schema
  return html`<p class="media">
      <code>${type}</code>
      ${description === undefined ? '' : html`<span class="type">${inline(description)}</span>`}
    </p>
    ${namedIn(what).map((name) => fieldsView(document, name))}`
}

const namedIn = (schema: JsonSchema): readonly string[] =>
  [schema, ...(schema.anyOf ?? [])].flatMap((each) => nameIn(each) ?? [])

const fieldsView = ({ components }: OpenApi, name: string): Html => {
  const schema = components.schemas[name] ?? {}
  const isOpen = JSON.stringify(schema).length < SHORT
  return html`<details ${isOpen ? 'open' : ''}>
    <summary>${name}</summary>
    ${fieldsOf(schema)}
  </details>`
}

const examplesIn = ({ examples }: DocMedia, from: number): Html =>
  html`${Object.values(examples)
    .slice(from)
    .map((one) =>
      'value' in one
        ? html`<figure>
            <figcaption>${one.summary}</figcaption>
            ${example(one.value)}
          </figure>`
        : '',
    )}`
