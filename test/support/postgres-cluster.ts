import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { postgresBinaries } from './postgres-binaries.ts'

/** A running PostgreSQL server with its own files. */
export type Cluster = {
  readonly url: string
  /** As `pg_ctl restart -m immediate`: every process of it is cut off, and it recovers from its log as after a crash. */
  crash(): Promise<void>
  stop(): Promise<void>
}

const START_TRIES = 300
const START_POLL_MS = 100

/** Makes a cluster in a temporary folder and starts it there, on a socket that nobody else can reach. */
export const startCluster = async (): Promise<Cluster> => {
  const user = serverUser()
  const folder = await mkdtemp(join(tmpdir(), 'quiero-pg-'))
  if (user) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...user }
  try {
    const bin = await postgresBinaries(user, folder)
    await run(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'quiero', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      options,
    )
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${folder}`,
      'max_connections=200',
      'fsync=on',
    ]
    const args = settings.flatMap((setting) => ['-c', setting])
    const url = `postgres://quiero@localhost/postgres?host=${encodeURIComponent(folder)}`
    const start = async (): Promise<Running> => {
      const server = running(
        spawn(join(bin, 'postgres'), ['-D', data, ...args], {
          ...options,
          stdio: ['ignore', 'ignore', 'pipe'],
        }),
      )
      await untilReady(server.child, url)
      return server
    }
    let server = await start()
    return {
      url,
      crash: async () => {
        await server.end('SIGQUIT')
        server = await start()
      },
      stop: async () => {
        await server.end('SIGINT')
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

type Owner = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root; so root lends it to somebody with fewer rights. */
const serverUser = (): Owner | null => {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }))
      return { uid: number('-u'), gid: number('-g') }
    } catch {
      // No such user here.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody')
}

const run = async (file: string, args: string[], options: object): Promise<void> => {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const said = complaints(child)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}: ${said()}`)
}

const complaints = (child: ChildProcess): (() => string) => {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = `${text}${chunk.toString()}`.slice(-4_000)
  })
  return () => text
}

type Running = {
  readonly child: ChildProcess
  /** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one. */
  end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
}

const running = (child: ChildProcess): Running => {
  const ended = once(child, 'exit')
  // A run that is interrupted must not leave a server behind.
  const interrupt = () => {
    child.kill('SIGINT')
  }
  process.once('exit', interrupt)
  return {
    child,
    end: async (signal) => {
      process.off('exit', interrupt)
      child.kill(signal)
      await ended
    },
  }
}

const untilReady = async (server: ChildProcess, url: string): Promise<void> => {
  const said = complaints(server)
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    if (server.exitCode !== null) throw new Error(`postgres ended: ${said()}`)
    if (await isReady(url)) return
    await sleep(START_POLL_MS)
  }
  server.kill('SIGINT')
  throw new Error(`postgres did not become ready: ${said()}`)
}

const isReady = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
