import { expect } from 'vitest'
import type { ImportShown, RefusedRowShown } from '../../contract/imports.ts'
import type { Answer, Ask, Service } from '../support/service.ts'

let named = 0

/** A name of an import that no other test has. */
export const newImport = (): string => `list-${(named += 1)}`

/** An old yes to offers, as the demo's company has it in its own records. */
export const oldYes = (phone: string, more: object = {}) => ({
  person: { phone },
  answer: 'yes',
  categories: ['offers'],
  at: '2024-05-31',
  source: 'the old shop',
  ...more,
})

/** An old no to everything. */
export const oldNo = (phone: string, more: object = {}) => ({
  person: { phone },
  answer: 'no',
  ...more,
})

/** How rows are sent: the query, and what else a request has. */
export type Sending = Ask & { readonly query?: Readonly<Record<string, string>> }

/** Sends rows to be imported; what is no text goes as a line of JSON. */
export const sendImport = (
  service: Service,
  id: string,
  rows: readonly unknown[] | string | Uint8Array,
  { query = {}, ...request }: Sending = {},
): Promise<Answer> => {
  const isWhole = typeof rows === 'string' || rows instanceof Uint8Array
  const body = isWhole ? rows : rows.map(lineOf).join('')
  return service.ask(`/v1/imports?${new URLSearchParams({ id, ...query }).toString()}`, {
    key: service.keys.imports,
    ...request,
    body,
    headers: { 'content-type': 'application/x-ndjson', ...request.headers },
  })
}

const lineOf = (row: unknown): string => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`

/** The same, where it must be taken to its end. */
export const imported = async (
  service: Service,
  rows: Parameters<typeof sendImport>[2],
  sending: Sending = {},
  id = newImport(),
): Promise<ImportShown> => {
  const answer = await sendImport(service, id, rows, sending)
  expect([answer.status, answer.problem]).toEqual([200, null])
  return answer.as<ImportShown>()
}

/** What is told of an import. */
export const importNow = async (service: Service, id: string): Promise<ImportShown> => {
  const answer = await service.ask(`/v1/imports/${id}`, { key: service.keys.imports })
  expect(answer.status).toBe(200)
  return answer.as<ImportShown>()
}

/** The report of an import's refused rows. */
export const refusedRows = async (
  service: Service,
  id: string,
): Promise<readonly RefusedRowShown[]> => {
  const answer = await service.ask(`/v1/imports/${id}/refused`, { key: service.keys.imports })
  expect([answer.status, answer.type]).toEqual([200, 'application/x-ndjson; charset=utf-8'])
  return answer.text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RefusedRowShown)
}

/** As a spreadsheet sends it. */
export const CSV = { headers: { 'content-type': 'text/csv' } }
