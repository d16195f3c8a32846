import { beforeAll, expect } from 'vitest'
import type { Company } from '../../consent/company.ts'
import type { SecretRef, SenderProvider } from '../../consent/provider.ts'
import {
  demoDocument,
  PUBLIC_URL,
  serviceFor,
  type Answer,
  type Service,
} from '../support/service.ts'
import { otherCompany } from './companies.ts'

/** What a person does in WhatsApp, in no provider's words. */
export type Content =
  | { readonly text: string }
  | { readonly title: string; readonly payload: string }
  | { readonly caption: string }
  | { readonly emoji: string }

/** Something that a person does, as any provider can tell it. `from` may be anything at all. */
export type Told = {
  readonly id: string
  readonly at: number
  readonly from: unknown
  readonly to: string
  readonly bsuid?: string | undefined
  readonly content: Content
}

/** What a request is proved with. */
export type Proof = { readonly secret: string; readonly at: number; readonly url: string }

/** How a provider speaks, for the promises that hold whoever it is. */
export type Dialect = {
  /** The provider's part of a document; each company has a business number of its own. */
  provider(company: 'demo' | 'other', secret: SecretRef): SenderProvider
  readonly secrets: { readonly demo: string; readonly other: string }
  /** What the provider calls the demo's business number. */
  readonly account: string
  readonly heardBy: 'signed' | 'secret-path'
  /** How a request is answered that nothing proves, where that is not 401. */
  readonly unprovedStatus?: 503
  bodyOf(told: Told): object
  headersOf(body: string | Uint8Array, proof: Proof): Readonly<Record<string, string>>
  readonly isSecretInPath?: boolean
}

const OURS = { env: 'QUIERO_SECRET_OURS' } as const
const THEIRS = { env: 'QUIERO_SECRET_THEIRS' } as const

let told = 0

/** A provider that speaks to the demo and to another company, which have it in common. */
export type Speaker = {
  readonly dialect: Dialect
  readonly service: () => Service
  readonly post: (body: string | Uint8Array, changed?: Partial<Posting>) => Promise<Answer>
  /** Tells something two seconds after whatever was before, which must be taken. Gives its body. */
  readonly tells: (
    from: unknown,
    content: Content | string,
    changed?: Partial<Told>,
  ) => Promise<string>
  readonly bodyOf: (from: unknown, content: Content | string, changed?: Partial<Told>) => string
}

type Posting = {
  readonly company: 'demo' | 'other'
  readonly secret: string
  /** Replaces what the provider would send. */
  readonly headers: Readonly<Record<string, string>>
  readonly signedAt: number
  /** Leaves out whatever would prove it. */
  readonly isUnproved: boolean
}

/** Opens a service whose demo has this provider. */
export const speakerFor = (dialect: Dialect): Speaker => {
  const { secrets } = dialect
  const service = serviceFor({
    engine: 'sqlite',
    secrets: { [OURS.env]: secrets.demo, [THEIRS.env]: secrets.other },
  })
  beforeAll(async () => {
    await service().load(withProvider(demoDocument(), dialect.provider('demo', OURS)))
    await service().load(withProvider(otherCompany(), dialect.provider('other', THEIRS)))
  })

  const post = (body: string | Uint8Array, changed: Partial<Posting> = {}): Promise<Answer> => {
    const { company = 'demo', signedAt = service().now() } = changed
    const secret = changed.secret ?? secrets[company]
    const { kind } = dialect.provider(company, OURS)
    const isInPath = dialect.isSecretInPath === true && changed.isUnproved !== true && secret !== ''
    const path = `/webhooks/${kind}/${company}/main${isInPath ? `/${secret}` : ''}`
    const proof = { secret, at: signedAt, url: `${PUBLIC_URL}${path}` }
    const headers = changed.isUnproved ? {} : dialect.headersOf(body, proof)
    return service().ask(path, { body, headers: changed.headers ?? headers })
  }

  const bodyOf = (
    from: unknown,
    content: Content | string,
    changed: Partial<Told> = {},
  ): string => {
    const id = `msg-${String((told += 1))}`
    const said = typeof content === 'string' ? { text: content } : content
    const whole = {
      id,
      at: service().now(),
      from,
      to: dialect.account,
      content: said,
      ...changed,
    }
    return JSON.stringify(dialect.bodyOf(whole))
  }

  const tells = async (
    from: unknown,
    content: Content | string,
    changed?: Partial<Told>,
  ): Promise<string> => {
    service().pass(2_000)
    const body = bodyOf(from, content, changed)
    expect(await post(body)).toMatchObject({ status: 200, text: '' })
    return body
  }

  return { dialect, service, post, tells, bodyOf }
}

const withProvider = (company: Company, provider: SenderProvider): Company => ({
  ...company,
  senders: company.senders.map((sender) => ({ ...sender, provider })),
})

/** A number as most providers write it: without the plus. */
export const digits = (phone: string): string => phone.replace('+', '')
