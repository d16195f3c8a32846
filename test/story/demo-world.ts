import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventShown, History, PersonShown } from '../../contract/people.ts'
import type { Person } from '../../contract/identity.ts'
import type { MaySendAnswer } from '../../contract/may-send.ts'
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
  readonly maySend: (person: Person, category: string) => Promise<MaySendAnswer>
  readonly historyOf: (person: Person) => Promise<readonly EventShown[]>
  readonly close: () => Promise<void>
}

/** Starts a demo of its own, on free ports unless told. */
export const startDemoWorld = async (wished?: number): Promise<DemoWorld> => {
  const port = wished ?? (await freePort())
  const dataDir = mkdtempSync(join(tmpdir(), 'quiero-story-'))
  const demo = await startDemo(readConfig({ PORT: String(port), DATA_DIR: dataDir }))
  const call = async (path: string, body?: object): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { Authorization: 'Bearer qk_demo', 'Content-Type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
  return {
    port,
    url: demo.url,
    shopUrl: demo.shopUrl,
    maySend: async (person, category) => {
      const answer = await call('/v1/may-send', { person, sender: 'main', category })
      if (!answer.ok) throw new Error(`may-send answered ${answer.status}`)
      return (await answer.json()) as MaySendAnswer
    },
    historyOf: async (person) => {
      const found = await call('/v1/people/find', { person })
      if (found.status === 404) return []
      const { id } = (await found.json()) as PersonShown
      const history = await call(`/v1/people/${id}/events`)
      return ((await history.json()) as History).events
    },
    close: async () => {
      await demo.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
