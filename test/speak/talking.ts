import { afterAll, beforeAll } from 'vitest'
import type { Company, Sender } from '../../consent/company.ts'
import { speak } from '../../server/actions/speak.ts'
import { speakersAt } from '../../server/outbound/speakers.ts'
import type { ReplyCount } from '../../server/ports.ts'
import { by, writes } from '../http/acts.ts'
import { demoDocument, openService, type Service } from '../support/service.ts'
import type { EngineName } from '../support/databases.ts'
import type { FakeProvider } from './fake-provider.ts'

export const TOKEN = { QUIERO_SECRET_META_TOKEN: 'meta-access-token' } as const

/** The demo with what it takes to send through Meta, and its sender changed. */
export const talkingDocument = (change: Partial<Sender> = {}): Company => {
  const demo = demoDocument()
  return {
    ...demo,
    senders: demo.senders.map((sender) => {
      if (sender.provider?.kind !== 'whatsapp-cloud') throw new Error('demo/company.json changed')
      const accessToken = { env: 'QUIERO_SECRET_META_TOKEN' }
      return { ...sender, provider: { ...sender.provider, accessToken }, ...change }
    }),
  }
}

/** A service that speaks, and the provider that it speaks to. */
export type Talking = {
  readonly service: Service
  /** Begins a test: with the usual document, nothing waiting and nothing told. */
  begin(): Promise<void>
  /** Changes the demo's sender. */
  load(change?: Partial<Sender>): Promise<void>
  /** What somebody is answered who writes this. */
  answerTo(phone: string, words: string): Promise<readonly string[]>
  /** Says what waits to be said, as the chore does, with what the demo's company is now. */
  speak(): Promise<number>
  /** The texts that were taken, oldest first. */
  said(): readonly string[]
  counts(): Promise<readonly ReplyCount[]>
  /** What became of the replies, as `kind state reason`, without those of earlier tests. */
  fates(): Promise<readonly string[]>
}

/** Opens a service whose demo company speaks through a pretended Meta. */
export const talkingOn = (
  engine: EngineName,
  provider: FakeProvider,
  timeoutMs = PATIENCE,
): (() => Talking) => {
  let talking: Talking | undefined
  beforeAll(async () => {
    const reach = { ...reachOf(() => talking?.service.now() ?? 0), timeoutMs }
    const speakers = speakersAt({ 'whatsapp-cloud': provider.url }, reach)
    const service = await openService({ engine, secrets: TOKEN, speakers })
    await service.load(talkingDocument())
    talking = talkingWith(service, provider)
  }, 60_000)
  afterAll(() => talking?.service.close())
  return () => {
    if (!talking) throw new Error('only inside a test')
    return talking
  }
}

// Long enough for a machine that is busy with other tests.
const PATIENCE = 10_000

let made = 0

export const reachOf = (now: () => number) => ({
  timeoutMs: PATIENCE,
  now,
  newId: () => `id-${(made += 1)}`,
})

const talkingWith = (service: Service, provider: FakeProvider): Talking => {
  const { memory } = service.deps
  let before = new Map<string, number>()
  const counts = () => memory.of('demo').replyCounts()
  const speakNow = async (): Promise<number> => {
    const stored = await memory.company('demo')
    if (!stored) throw new Error('the demo company is not there')
    return speak(service.deps, stored)
  }
  const load = async (change?: Partial<Sender>): Promise<void> => {
    await service.load(talkingDocument(change))
  }
  const said = () => provider.taken.map(({ body }) => textIn(body))
  const fates = async (): Promise<readonly string[]> => {
    const now = (await counts()).map(({ kind, state, reason, count }) => {
      const name = [kind, state, reason ?? '-'].join(' ')
      return [name, count] as const
    })
    const fresh = now.flatMap(([name, count]) =>
      Array.from({ length: Math.max(0, count - (before.get(name) ?? 0)) }, () => name),
    )
    before = new Map(now)
    return fresh
  }
  return {
    service,
    load,
    speak: speakNow,
    said,
    counts,
    fates,
    begin: async () => {
      await load()
      await speakNow()
      await fates()
      provider.forget()
    },
    answerTo: async (phone, words) => {
      provider.forget()
      await writes(service, by(phone), words)
      await speakNow()
      return said()
    },
  }
}

/** The words of a text in Meta's format. */
export const textIn = (body: string): string =>
  (JSON.parse(body) as { text?: { body: string } }).text?.body ?? ''
