import type { ConsentRecordRow, EventRow, ExportName, PersonRow } from '../../contract/exports.ts'
import type { Answer, Ask, Service } from '../support/service.ts'

type Rows = {
  readonly people: PersonRow
  readonly events: EventRow
  readonly 'consent-records': ConsentRecordRow
}

/** Asks for an export. */
export const askExport = (service: Service, what: string, request: Ask = {}): Promise<Answer> =>
  service.ask(`/v1/exports/${what}`, { key: service.keys.exports, ...request })

/** The lines of an export as JSON. */
export const exported = async <Name extends ExportName>(
  service: Service,
  name: Name,
  query = '',
): Promise<readonly Rows[Name][]> => {
  const answer = await askExport(service, `${name}${query}`)
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Rows[Name])
}

/** The cells of a CSV, as RFC 4180 says, character by character: another hand than the one that reads ours. */
export const cellsIn = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (csv[at + 1] === '"') {
        cell += sign
        at += 1
      } else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell.replace(/\r$/u, '')])
      row = []
      cell = ''
    } else cell += sign
  }
  return rows
}
