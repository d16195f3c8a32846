import { describe, expect, test } from 'vitest'
import { fsync } from '../../bench/prove-fsync.ts'
import { judge, readTrace } from '../../bench/trace.ts'
import { PATIENCE, prove } from './proved.ts'

describe.each(fsync.engines)('a trace of system calls, on %s', (engine) => {
  test('shows every acknowledgement after its fsync', PATIENCE, async (context) => {
    const figures = await prove(fsync, engine, context)
    expect(figures).toMatchObject({ acknowledgements: fsync.short.acts })
  })
})

const CLIENT = '23<TCP:[127.0.0.1:8787->127.0.0.1:50001]>'
const LOG = '20</data/quiero.db-wal>'
const ASKED = `7 read(${CLIENT}, "POST /v1/opt-outs HTTP/1.1\\r\\nHost"..., 65536) = 512`
const WRITTEN = `7 pwrite64(${LOG}, "\\0\\0"..., 4096, 32) = 4096`
const SYNCED = `7 fdatasync(${LOG})         = 0`
const ANSWERED = `7 writev(${CLIENT}, [{iov_base="HTTP/1.1 201 Created\\r\\n"..., iov_len=200}], 1) = 200`

const faultsOf = (...lines: readonly string[]): readonly string[] =>
  judge(readTrace(lines.join('\n'))).faults

describe('the judge of a trace', () => {
  test('passes an answer after the sync of what was written', () => {
    expect(faultsOf(ASKED, WRITTEN, WRITTEN, SYNCED, ANSWERED)).toEqual([])
  })

  test.each([
    ['without a sync', [ASKED, WRITTEN, ANSWERED]],
    ['before its sync', [ASKED, WRITTEN, ANSWERED, SYNCED]],
    ['after a sync that came before the last write', [ASKED, WRITTEN, SYNCED, WRITTEN, ANSWERED]],
    ['after a sync that failed', [ASKED, WRITTEN, SYNCED.replace('= 0', '= -1 EIO'), ANSWERED]],
    ['after the sync of another file', [ASKED, WRITTEN, SYNCED.replace('-wal', ''), ANSWERED]],
    ['for which nothing was written', [WRITTEN, SYNCED, ASKED, SYNCED, ANSWERED]],
  ])('refuses an answer %s', (_, lines) => {
    expect(faultsOf(...lines)).toHaveLength(1)
  })

  test('knows a call that another thread interrupted', () => {
    const begun = `7 fdatasync(${LOG} <unfinished ...>`
    const ended = '7 <... fdatasync resumed>)        = 0'
    const other = '9 read(17<pipe:[1]>, "x", 1) = 1'
    expect(faultsOf(ASKED, WRITTEN, begun, other, ended, ANSWERED)).toEqual([])
    expect(faultsOf(ASKED, WRITTEN, begun, ANSWERED, ended)).toHaveLength(1)
  })

  test('leaves out what is no acknowledgement: a read, and a refusal', () => {
    const read = ASKED.replace('POST', 'GET')
    const refused = ANSWERED.replace('201 Created', '401 Unauthorized')
    expect(judge(readTrace([read, ANSWERED, ASKED, refused].join('\n'))).acknowledgements).toBe(0)
  })
})
