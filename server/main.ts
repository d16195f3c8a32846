import { ConfigError, readConfig, type Config } from './config.ts'
import { jsonLog } from './log.ts'
import { startServer } from './start.ts'
import { KeyError } from './store/keyring.ts'

const run = async (config: Config): Promise<void> => {
  const log = jsonLog(config.logLevel)
  // Node itself would print the error as it is, with whatever was being stored.
  process.once('uncaughtException', (error) => {
    log.fault('the process, which ends', error)
    process.exit(1)
  })
  const running = await startServer(config, undefined, log)
  log.say(`Quiero listens on ${running.url}`)
  const stop = (): void => {
    // A second signal ends at once.
    for (const signal of SIGNALS) process.removeAllListeners(signal)
    log.say('Quiero ends what it is at')
    void running.close().then(() => {
      log.say('Quiero has stopped')
      process.exit(0)
    })
  }
  for (const signal of SIGNALS) process.once(signal, stop)
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

try {
  await run(readConfig(process.env))
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof KeyError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
