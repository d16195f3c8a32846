import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The environment of a process: all of it, nothing is inherited. */
export type Environment = { readonly [name: string]: string }

/** A server in a process of its own. */
export type ServerProcess = {
  readonly url: string
  readonly pid: number
  /** Whatever it has printed so far. */
  printed(): string
  /** SIGKILL: it gets no chance to finish anything. */
  kill(): Promise<void>
  /** SIGTERM, as an operator would; true if it ended by itself and well. */
  stop(): Promise<boolean>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
// Some fill their database first.
const START_PATIENCE = 180_000
const STOP_PATIENCE = 15_000

const running = new Set<ChildProcess>()

// Whatever ends this process, a server that it started does not outlive it.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a server's file on a free port; `under` is a program to run it under, such as a tracer. */
export const startServer = async (
  environment: Environment,
  under: readonly string[] = [],
  file = 'server/main.ts',
): Promise<ServerProcess> => {
  const env = { ...environment, HOST: '127.0.0.1', PORT: '0' }
  const child = begin([...under, process.execPath, file], env)
  const ended = once(child, 'exit')
  const printed = printedBy(child)
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  try {
    const url = await listening(child, printed)
    return { url, pid: child.pid ?? 0, printed, kill, stop: () => stopped(child, ended) }
  } catch (error) {
    await kill()
    throw error
  }
}

/** Runs `quiero` to its end. */
export const runQuiero = async (
  environment: Environment,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly all: string }> => {
  const child = begin([process.execPath, 'server/cli/quiero.ts', ...args], environment)
  let out = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const all = printedBy(child)
  await once(child, 'close')
  return { code: child.exitCode, out, all: all() }
}

const begin = ([program = '', ...args]: readonly string[], env: Environment): ChildProcess => {
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

const printedBy = (child: ChildProcess): (() => string) => {
  let text = ''
  const add = (chunk: Buffer): void => {
    text += chunk.toString()
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => text
}

const listening = (child: ChildProcess, printed: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`the server ${why}: ${printed()}`))
    const timer = setTimeout(() => fail('does not listen'), START_PATIENCE)
    child.stdout?.on('data', () => {
      const url = /listens on (http:[^\s"]+)/u.exec(printed())?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      resolve(url)
    })
    child.once('error', (error) => fail(`cannot be started, ${error.message}`))
    child.once('exit', () => {
      clearTimeout(timer)
      fail('ended')
    })
  })

const stopped = async (child: ChildProcess, ended: Promise<unknown>): Promise<boolean> => {
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE)
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
  return child.exitCode === 0
}
