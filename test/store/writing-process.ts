import { openMemory } from '../../server/store/open-memory.ts'
import { findOrBegin, NO, phone } from './acts.ts'

/*
 * A server process, as far as the memory can tell: opens a database and writes to it. Run by processes.test.ts, and
 * by hand with another count to see two of them live together for longer.
 */
const [url = '', key = '', writes = '0'] = process.argv.slice(2)
const { memory, ids } = await openMemory({
  url,
  key: Buffer.from(key, 'hex'),
  now: () => Date.now(),
})
const company = memory.of('shared')
const write = async (index: number): Promise<void> => {
  const receivedAt = Date.now()
  await company.write(async (records) => {
    const number = phone(`+5255123456${10 + (index % 10)}`)
    const person = await findOrBegin(records, ids, number)
    const event = {
      id: ids.newEvent(),
      person,
      moment: { clock: 'ours', receivedAt },
      act: NO,
    } as const
    await records.append(event, { text: 'stop' })
  })
}
// In handfuls, so that there are many transactions and each is shared.
for (let from = 0; from < Number(writes); from += 5) {
  await Promise.all([0, 1, 2, 3, 4].map((index) => write(from + index)))
}
await memory.close()
