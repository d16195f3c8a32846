import { ConfigError, readConfig } from '../server/config.ts'
import { startDemo, type RunningDemo } from './demo.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const welcome = ({ url, shopUrl }: RunningDemo): string => `
  Quiero is running on this computer.

  Open    ${url}
          a shop, a phone that plays WhatsApp, and the shop's own systems, side by side

  Also    ${shopUrl}  the shop alone, on its own origin
          ${url}docs  all that a system can ask

  Stop it with Ctrl+C. What people said is kept in the data folder.
`

const run = async (): Promise<void> => {
  const demo = await startDemo(readConfig(process.env))
  say(welcome(demo))
  const stop = (): void => {
    // A second Ctrl+C ends at once.
    process.off('SIGINT', stop).off('SIGTERM', stop)
    void demo.close().then(() => say('  Stopped.'))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

try {
  await run()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
