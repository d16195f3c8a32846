import { ConfigError, readConfig } from './config.ts'
import { startServer } from './start.ts'
import { KeyError } from './store/keyring.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const running = await startServer(readConfig(process.env))
  say(`Quiero listens on ${running.url}`)
  const stop = (): void => void running.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof KeyError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
