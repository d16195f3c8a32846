import { setTimeout as sleep } from 'node:timers/promises'
import { readBare } from '../../fill-people.ts'
import type { ServerProcess } from '../../server-process.ts'
import type { Service } from '../../service.ts'
import { type Listed, probe, sendList } from '../list.ts'
import { watchMemory } from '../resident.ts'
import {
  type Bench,
  counted,
  type Figure,
  type Figures,
  type Peopled,
  rate,
  workRatio,
} from './figure.ts'
import { inNoOrder } from './may-send.ts'

/** So many people of those that are stored, in an order that has nothing to do with their keys. */
export const listOf = (length: number, people: number): readonly number[] =>
  Array.from({ length }, inNoOrder(people))

/** A list of all people: its rate beside that of bare reads, the memory it takes, and how long others wait beside it. */
export const batch: Figures = {
  name: 'batch',
  tells: 'a list of all people, its memory, and single questions beside it',
  measure: async (bench) => {
    const { people } = bench.size
    const ours = await bench.peopled('sqlite', people)
    const list = listOf(people, people)
    return [...(await besideBareReads(bench, ours, list)), await besideQuestions(bench, ours, list)]
  },
}

const besideBareReads = async (
  { size }: Bench,
  { service, server, people }: Peopled,
  list: readonly number[],
): Promise<readonly Figure[]> => {
  const grown = watchMemory(server.pid)
  const listed: Listed[] = []
  const bare: { readonly seconds: number; readonly cpuSeconds: number }[] = []
  for (let round = 0; round < size.rounds; round += 1) {
    listed.push(await sendList(service, server, list))
    bare.push(readBare(service, list))
  }
  const megabytes = grown()
  const ours = sumOf(listed)
  const theirs = sumOf(bare)
  const lines = list.length * size.rounds
  const what = `a list of ${counted(list.length)} among ${counted(people)} people, NDJSON`
  return [
    {
      what,
      engine: 'sqlite',
      ours: rate(lines / ours.seconds),
      beside: `two prepared statements in a loop: ${rate(lines / theirs.seconds)}`,
      value: theirs.seconds / ours.seconds,
      byWork: workRatio(ours.cpuSeconds, theirs.cpuSeconds),
      limit: { least: 0.3 },
    },
    {
      what: `the memory that such a list takes, in MB`,
      engine: 'sqlite',
      ours: megabytes === null ? 'unknown' : `${megabytes.toFixed(0)} MB more than before`,
      beside: 'before the first list',
      value: megabytes,
      byWork: null,
      limit: { most: 150 },
    },
  ]
}

const besideQuestions = async (
  { size }: Bench,
  { service, server }: Peopled,
  list: readonly number[],
): Promise<Figure> => {
  const idle: number[] = []
  const busy: number[] = []
  for (let round = 0; round < size.rounds; round += 1) {
    const stopIdle = probe(service, server)
    await sleep(size.probeMs)
    idle.push(await stopIdle())
    const stopBusy = probe(service, server)
    await sendList(service, server, list)
    busy.push(await stopBusy())
  }
  const [before, beside] = [middleOf(idle), middleOf(busy)]
  return {
    what: 'the slowest hundredth of single questions while such a list is answered',
    engine: 'sqlite',
    ours: `${beside.toFixed(1)} ms`,
    beside: `itself without a list: ${before.toFixed(1)} ms`,
    value: beside / before,
    byWork: null,
    limit: { most: 3 },
  }
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

type Spent = { readonly seconds: number; readonly cpuSeconds: number | null }

const sumOf = (all: readonly Spent[]) =>
  all.reduce<{ readonly seconds: number; readonly cpuSeconds: number }>(
    (sum, { seconds, cpuSeconds }) => ({
      seconds: sum.seconds + seconds,
      cpuSeconds: sum.cpuSeconds + (cpuSeconds ?? 0),
    }),
    { seconds: 0, cpuSeconds: 0 },
  )

/** Lists in turns: each service's own, so often; gives what all of each took. */
export const listsInTurns = async (
  services: readonly {
    readonly service: Service
    readonly server: ServerProcess
    readonly list: readonly number[]
  }[],
  rounds: number,
): Promise<readonly { readonly seconds: number; readonly cpuSeconds: number }[]> => {
  const all = services.map((): Listed[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { service, server, list }] of services.entries()) {
      all[index]?.push(await sendList(service, server, list))
    }
  }
  return all.map(sumOf)
}
