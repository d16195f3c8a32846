import { randomUUID } from 'node:crypto'
import metadata from 'libphonenumber-js/max/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import { isLoopback, makeDataDir, type Config } from './config.ts'
import { INBOUND } from './inbound/providers.ts'
import { messageLogsAt } from './outbound/message-logs.ts'
import { webhookPoster } from './outbound/webhook.ts'
import { TIMEOUT } from './outbound/post.ts'
import { speakersAt } from './outbound/speakers.ts'
import type { Log } from './log.ts'
import type { Deps, StoredCompany } from './ports.ts'
import { workOf } from './prove-work.ts'
import { serverKey } from './server-key.ts'
import { openMemory, type Opening } from './store/open-memory.ts'

/** The secret that the demo's phone signs with: as public as this line, so good for the demo alone. */
export const DEMO_APP_SECRET = 'demo-app-secret'

/**
 * Opens the database and makes everything that actions need. Whoever is to hear of what is stored and decided is named
 * in `heed`.
 */
export const openDeps = async (
  config: Config,
  log: Log,
  heed: Opening['heed'] & Pick<Deps, 'onDecision'> = {},
): Promise<Deps> => {
  const now = Date.now
  makeDataDir(config)
  const key = serverKey(config, log.warn)
  const { memory, ids, sealer, limiter, logKeys } = await openMemory({
    url: config.database,
    key,
    now,
    rates: config.rates,
    onTrouble: (error) => log.fault('the database', error),
    heed,
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
    report: log.fault,
    ...(heed.onDecision && { onDecision: heed.onDecision }),
  }
}

const allowedSecret = (config: Config, company: StoredCompany, name: string): string | null =>
  company.secrets.includes(name) ? (config.secrets.get(name) ?? null) : null
