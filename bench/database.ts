import { join } from 'node:path'
import type { EngineName } from '../server/store/engine.ts'
import { startCluster } from '../test/support/postgres-cluster.ts'
import { makeFolder, removeFolder } from './folder.ts'

/** An empty database, and how to be rid of it. */
type Database = { readonly url: string; drop(): Promise<void> }
export type OpenDatabase = (engine: EngineName) => Promise<Database>

/** Makes an empty database that shares nothing with any other: a folder, or a PostgreSQL cluster, of its own. */
export const ownDatabase: OpenDatabase = async (engine) => {
  if (engine === 'postgres') {
    const cluster = await startCluster()
    return { url: cluster.url, drop: () => cluster.stop() }
  }
  const folder = await makeFolder()
  return {
    url: join(folder, 'quiero.db'),
    drop: () => removeFolder(folder),
  }
}
