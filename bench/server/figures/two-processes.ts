import type { Call } from '../../http.ts'
import type { ServerProcess } from '../../server-process.ts'
import { withService } from '../../service.ts'
import { drive, type Driven, perSecond, together } from '../load.ts'
import { questions } from '../traffic.ts'
import { type Figure, type Figures, rate } from './figure.ts'
import { formsFor } from './opt-ins.ts'

const CONNECTIONS = 64

/** Two server processes on one PostgreSQL, beside one of them alone under the same load. */
export const twoProcesses: Figures = {
  name: 'two-processes',
  tells: 'two processes on one PostgreSQL, beside one',
  measure: ({ open, size }) =>
    withService(open, 'postgres', async (service) => {
      const one = await service.start()
      const two = await service.start()
      const kinds = [
        { what: 'opt-ins by form', make: await formsFor(service, one.url) },
        { what: '`may-send`', make: questions(service.access) },
      ]
      const figures: Figure[] = []
      for (const { what, make } of kinds) {
        const alone: Driven[] = []
        const shared: Driven[] = []
        await driveAll([one, two], size.warmUp, make)
        for (let round = 0; round < size.rounds; round += 1) {
          alone.push(await driveAll([one], size.amount, make))
          shared.push(await driveAll([one, two], size.amount, make))
        }
        figures.push(figureOf(what, together(shared), together(alone)))
      }
      return figures
    }),
}

/** Loads several servers at once, each with its part; gives how they did as one. */
const driveAll = async (
  servers: readonly ServerProcess[],
  amount: number,
  make: () => Call,
): Promise<Driven> => {
  const load = {
    amount: Math.ceil(amount / servers.length),
    connections: CONNECTIONS / servers.length,
  }
  const all = await Promise.all(servers.map((server) => drive(server, load, make)))
  return { ...together(all), seconds: Math.max(...all.map(({ seconds }) => seconds)) }
}

const figureOf = (what: string, shared: Driven, alone: Driven): Figure => {
  const failed = shared.failed + alone.failed
  if (failed > 0) throw new Error(`${failed} requests failed`)
  return {
    what: `${what}, two processes, ${CONNECTIONS} connections`,
    engine: 'postgres',
    ours: toldWithCores(shared),
    beside: `one process: ${toldWithCores(alone)}`,
    value: perSecond(shared) / perSecond(alone),
    byWork: null,
    limit: null,
  }
}

const toldWithCores = (driven: Driven): string => {
  const { cpuSeconds, seconds } = driven
  const cores = cpuSeconds === null ? '' : ` on ${(cpuSeconds / seconds).toFixed(1)} cores`
  return `${rate(perSecond(driven))}${cores}`
}
