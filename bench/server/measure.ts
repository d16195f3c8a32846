import type { OpenDatabase } from '../database.ts'
import type { Call } from '../http.ts'
import { noticeTokenAt } from '../notice-token.ts'
import type { Progress } from '../proof.ts'
import { type ServerProcess, startServer } from '../server-process.ts'
import { withService } from '../service.ts'
import type { EngineName } from '../../server/store/engine.ts'
import { inTurns } from './in-turns.ts'
import type { Driven } from './load.ts'
import { at, companyWith, forms, type HeardVoice, questions, webhooks } from './traffic.ts'

/** How much is sent: loads of so many requests, in rounds; before them a few to warm up, which do not count. */
export type Size = { readonly amount: number; readonly rounds: number; readonly warmUp: number }

export const WHOLE: Size = { amount: 3_000, rounds: 3, warmUp: 500 }
export const SHORT: Size = { amount: 192, rounds: 1, warmUp: 64 }

/** What was asked of our server, how it did, and how bare servers did with the same requests in the same run. */
export type Measured = {
  readonly what: string
  readonly engine: EngineName
  readonly connections: number
  readonly ours: Driven
  readonly beside: readonly { readonly name: string; readonly driven: Driven }[]
}

/** Requests of one kind, and the addresses of the bare server that they are sent to as well. */
type Subject = {
  readonly what: string
  readonly connections: number
  readonly make: () => Call
  readonly beside: readonly (readonly [name: string, path: string])[]
}

const BESIDE_WEBHOOKS = [
  ['reads the body', '/read'],
  ['signs it too', '/signed'],
] as const

type Bench = {
  readonly open: OpenDatabase
  readonly engine: EngineName
  readonly size: Size
  readonly progress: Progress
}

/** Measures one provider's webhooks on one engine, and with `isWhole` questions and forms too. */
export const measure = async (
  { open, engine, size, progress }: Bench,
  voice: HeardVoice,
  isWhole: boolean,
): Promise<readonly Measured[]> => {
  const bare = await startServer({ PATH: process.env['PATH'] ?? '' }, [], 'bench/server/bare.ts')
  try {
    return await withService(
      open,
      engine,
      async (service) => {
        const { access } = service
        const ours = await service.start()
        const subjects: Subject[] = [
          {
            what: `webhooks of ${voice}`,
            connections: 64,
            make: webhooks(access, voice),
            beside: BESIDE_WEBHOOKS,
          },
        ]
        if (isWhole) {
          const noticeToken = await noticeTokenAt(ours.url, access)
          subjects.push(
            {
              what: '`may-send`',
              connections: 16,
              make: questions(access),
              beside: [['answers JSON', '/answer']],
            },
            {
              what: 'opt-ins by form',
              connections: 64,
              make: forms(access, noticeToken),
              beside: [['echoes JSON', '/echo']],
            },
          )
        }
        const measured: Measured[] = []
        for (const subject of subjects) {
          progress(`${subject.what} on ${engine}`)
          measured.push({ engine, ...(await measureOne(subject, ours, bare, size)) })
        }
        return measured
      },
      (company) => companyWith(company, voice),
    )
  } finally {
    await bare.stop()
  }
}

const measureOne = async (
  { what, connections, make, beside }: Subject,
  ours: ServerProcess,
  bare: ServerProcess,
  { amount, rounds, warmUp }: Size,
): Promise<Omit<Measured, 'engine'>> => {
  const [driven, ...others] = await inTurns(
    [{ target: ours, make }, ...beside.map(([, path]) => ({ target: bare, make: at(path, make) }))],
    { connections, amount, rounds, warmUp },
  )
  if (!driven) throw new Error('nothing was driven')
  return {
    what,
    connections,
    ours: driven,
    beside: beside.flatMap(([name], index) => {
      const other = others[index]
      return other ? [{ name, driven: other }] : []
    }),
  }
}
