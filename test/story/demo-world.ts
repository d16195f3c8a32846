import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MaySendResult, PersonEvent } from '../../client/answers.ts'
import type { Person } from '../../client/questions.ts'
import { Quiero } from '../../client/quiero.ts'
import { startDemo } from '../../demo/demo.ts'
import { readConfig } from '../../server/config.ts'
import { freePort } from './free-ports.ts'

/** The demo as `npm start` runs it, on free ports and data of its own. */
export type DemoWorld = {
  readonly port: number
  readonly url: string
  /** Where the shop is alone. */
  readonly shopUrl: string
  /** What a client backend asks. */
  readonly maySend: (person: Person, category: string) => Promise<MaySendResult>
  readonly historyOf: (person: Person) => Promise<readonly PersonEvent[]>
  readonly close: () => Promise<void>
}

/** Starts a demo of its own, on free ports unless told. */
export const startDemoWorld = async (wished?: number): Promise<DemoWorld> => {
  const port = wished ?? (await freePort())
  const dataDir = mkdtempSync(join(tmpdir(), 'quiero-story-'))
  const demo = await startDemo(readConfig({ PORT: String(port), DATA_DIR: dataDir }))
  const quiero = new Quiero({ url: `http://127.0.0.1:${port}`, key: 'qk_demo' })
  return {
    port,
    url: demo.url,
    shopUrl: demo.shopUrl,
    maySend: (person, category) => quiero.maySend({ person, sender: 'main', category }),
    historyOf: async (person) => {
      const known = await quiero.findPerson(person)
      return known ? quiero.history(known.id) : []
    },
    close: async () => {
      await demo.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
