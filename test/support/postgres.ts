import { once } from 'node:events'
import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './postgres-cluster.ts'

declare module 'vitest' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- an interface is what can be added to.
  interface ProvidedContext {
    /** Where a test asks for the run's PostgreSQL; answers with its address. */
    postgresStarter: string
  }
}

/** Vitest's global set-up: one PostgreSQL cluster a run, started when the first test asks, gone with the last. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let cluster: Promise<Cluster> | null = null
  const server = createServer((_, answer) => {
    cluster ??= startCluster()
    cluster.then(
      ({ url }) => answer.end(url),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  project.provide('postgresStarter', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    server.closeAllConnections()
    if (cluster) await (await cluster.catch(() => null))?.stop()
  }
}
