import { randomUUID } from 'node:crypto'
import metadata from 'libphonenumber-js/max/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import { isLoopback, makeDataDir, type Config } from './config.ts'
import { INBOUND } from './inbound/providers.ts'
import { messageLogsAt } from './outbound/message-logs.ts'
import { webhookPoster } from './outbound/webhook.ts'
import { TIMEOUT } from './outbound/post.ts'
import { speakersAt } from './outbound/speakers.ts'
import type { Deps, StoredCompany } from './ports.ts'
import { workOf } from './prove-work.ts'
import { serverKey } from './server-key.ts'
import { openMemory } from './store/open-memory.ts'

/** The secret that the demo's phone signs with: as public as this line, so good for the demo alone. */
export const DEMO_APP_SECRET = 'demo-app-secret'

/**
 * Opens the database and makes everything that actions need. `say` gets lines for the operator, `onReply` the
 * company that has a reply to say.
 */
export const openDeps = async (
  config: Config,
  say: (line: string) => void,
  onReply: (company: string) => void = () => {},
): Promise<Deps> => {
  const now = Date.now
  makeDataDir(config)
  const key = serverKey(config, say)
  // An error's own text can hold what was being stored, so only its kind and place are told.
  const report = (where: string, error: unknown): void =>
    say(`failed: ${where}: ${kindAndPlaceOf(error)}`)
  const { memory, ids, sealer, limiter, logKeys } = await openMemory({
    url: config.database,
    key,
    now,
    rates: config.rates,
    onTrouble: (error) => report('the database', error),
    onReply,
  })
  const isDemo = config.demo && isLoopback(config.host)
  return {
    memory,
    ids,
    sealer,
    limiter,
    logKeys,
    work: workOf(sealer, now),
    now,
    isDemo,
    phones: { metadata, examples },
    dialects: INBOUND,
    // The demo's people write to a pretended phone: no provider has heard of them.
    logs: isDemo ? {} : messageLogsAt(config.providerBases),
    postWebhook: webhookPoster({ mayBePrivate: isDemo }),
    speakers: speakersAt(config.providerBases, { timeoutMs: TIMEOUT, now, newId: randomUUID }),
    publicUrl: config.publicUrl,
    chatLink: (phone, draft) =>
      `${config.chatBase}/${phone.replace('+', '')}?text=${encodeURIComponent(draft)}`,
    secretOf: (company, name) => {
      const secret = allowedSecret(config, company, name)
      return secret === DEMO_APP_SECRET && !isDemo ? null : secret
    },
    report,
  }
}

const allowedSecret = (config: Config, company: StoredCompany, name: string): string | null =>
  company.secrets.includes(name) ? (config.secrets.get(name) ?? null) : null

const kindAndPlaceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an error'
  const places = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return [`${error.name}${codeOf(error)}`, ...places.slice(0, 6)].join('\n')
}

/** The system's own word for what went wrong, such as ENOTFOUND, of the error or of what caused it. */
const codeOf = (error: Error): string => {
  const { cause } = error
  const [code] = [error, cause].flatMap((one) =>
    one instanceof Error && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  )
  return code !== undefined && /^[A-Z][A-Z_]{2,40}$/u.test(code) ? ` ${code}` : ''
}
