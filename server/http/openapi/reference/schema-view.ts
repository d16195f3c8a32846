import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { JsonSchema } from '../schemas.ts'
import { inline } from './prose.ts'

const alternativesOf = ({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] => anyOf ?? oneOf ?? []

/** The name of the schema of the document that this one refers to. */
export const nameIn = ({ $ref }: JsonSchema): string | null => $ref?.split('/').at(-1) ?? null

const hasFields = ({ properties = {} }: JsonSchema): boolean => Object.keys(properties).length > 0

/** What something is, in a few words, with a link where the document tells more. */
export const typeOf = (schema: JsonSchema): Html => {
  const name = nameIn(schema)
  if (name !== null) return html`<a href="#${name}">${name}</a>`
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.items) return html`list of ${typeOf(schema.items)}`
  const kinds = alternativesOf(schema).map(typeOf)
  return kinds.length > 0
    ? html`${kinds.map((kind, index) => html`${index > 0 ? ' or ' : ''}${kind}`)}`
    : html`${plainType(schema)}`
}

const plainType = ({ type = 'anything', format, enum: words }: JsonSchema): string => {
  if (format === 'date-time') return 'time'
  if (format === 'uri') return 'address'
  return words ? 'word' : type
}

/** The fields of an object, each with what it is and what it says; of several objects, one after another. */
export const fieldsOf = (schema: JsonSchema): Html => {
  const { items, properties = {}, required = [] } = schema
  if (items) return fieldsOf(items)
  if (hasFields(schema)) {
    return html`<dl class="fields">
      ${Object.entries(properties).map(([name, each]) => field(name, each, required.includes(name)))}
    </dl>`
  }
  const objects = alternativesOf(schema).filter(hasFields)
  return objects.length > 1
    ? html`<ul class="either">
        ${objects.map((each) => html`<li>${fieldsOf(each)}</li>`)}
      </ul>`
    : html`${objects.map(fieldsOf)}`
}

/** One field, or a parameter with its place. */
export const field = (
  name: string,
  schema: JsonSchema,
  isRequired: boolean,
  place?: string,
): Html =>
  html`<div>
    <dt>
      <code>${name}</code> <span class="type">${typeOf(schema)}</span>
      ${[...(place === undefined ? [] : [place]), ...(isRequired ? [] : ['optional'])].map(
        (note) => html`<span class="note">${note}</span> `,
      )}
    </dt>
    <dd>${about(schema)} ${fieldsOf(schema)}</dd>
  </div>`

const about = (schema: JsonSchema): Html => {
  const all = [schema, ...alternativesOf(schema), ...(schema.items ? [schema.items] : [])]
  const words = all.flatMap((each) => each.enum ?? [])
  const limits = limitsOf(schema).join('; ')
  return html`${all.map(({ description }) =>
    description === undefined ? '' : html`<p>${inline(description)}</p>`,
  )}
  ${words.length > 0 ? html`<p class="words">${words.map((word) => html`<code>${word}</code> `)}</p>` : ''}
  ${limits === '' ? '' : html`<p class="limits">${inline(limits)}</p>`}`
}

const limitsOf = (schema: JsonSchema): readonly string[] => {
  const { minimum = 0, maximum, maxLength, maxItems, pattern } = schema
  return [
    ...(maximum === undefined ? [] : [`from ${minimum} to ${maximum}`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ...(pattern === undefined ? [] : [`like \`${pattern}\``]),
    ...(schema.default === undefined ? [] : [`left out: \`${JSON.stringify(schema.default)}\``]),
  ]
}
