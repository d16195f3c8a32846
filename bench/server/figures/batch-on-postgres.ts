import { readBare } from '../../fill-people.ts'
import { sendList } from '../list.ts'
import { listOf } from './batch.ts'
import { counted, type Figures, rate } from './figure.ts'

/** A shorter list on PostgreSQL, beside bare reads of the same people in a SQLite file. */
export const batchOnPostgres: Figures = {
  name: 'batch-on-postgres',
  tells: 'a list on PostgreSQL, beside bare reads of SQLite',
  measure: async ({ size, peopled }) => {
    const { onPostgres: people, listOnPostgres, rounds } = size
    const { service, server } = await peopled('postgres', people)
    const file = await peopled('sqlite', people)
    const list = listOf(listOnPostgres, people)
    // A list of this length takes part of a second: so many more rounds for a figure that holds.
    const times = rounds * 5
    const spent = { ours: 0, bare: 0 }
    for (let round = 0; round < times; round += 1) {
      spent.ours += (await sendList(service, server, list)).seconds
      spent.bare += readBare(file.service, list).seconds
    }
    const lines = list.length * times
    return [
      {
        what: `a list of ${counted(list.length)} among ${counted(people)} people`,
        engine: 'postgres',
        ours: rate(lines / spent.ours),
        beside: `two prepared statements in a loop, on SQLite: ${rate(lines / spent.bare)}`,
        value: spent.bare / spent.ours,
        byWork: null,
        limit: { least: 0.35 },
      },
    ]
  },
}
