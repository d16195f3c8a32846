import { describe, expect, test } from 'vitest'
import { KINDS } from '../../consent/category.ts'
import type { Category } from '../../consent/company.ts'
import type { Decision } from '../../consent/may-send.ts'
import { ALLOW_REASONS, DENY_REASONS, type DenyReason } from '../../consent/reason.ts'
import { ask, type Asked, DAY, said } from './ask.ts'

const SERVICE: Asked = { category: { kind: 'service' } }

describe('every reason of the closed list (R8)', () => {
  const REACHED = {
    consented: ['10 want', {}, 'consented 1 message'],
    service_window: ['10 hello', SERVICE, 'service_window 1 message'],
    identity_conflict: ['10 want, 11 conflict', {}, 'identity_conflict 2 -'],
    blocked: ['10 want, 11 stop', {}, 'blocked 2 -'],
    provider_block: ['10 want, 11 provider-block', {}, 'provider_block 2 -'],
    platform_stop: ['10 want, 11 platform-stop', {}, 'platform_stop 2 -'],
    revoked: ['10 want, 11 revoked', {}, 'revoked 2 -'],
    denied: ['10 want, 11 refused', {}, 'denied 2 -'],
    paused: ['10 want', { pausedUntil: 100_001 }, 'paused - -'],
    template_is_marketing: [
      '10 want',
      { category: { kind: 'utility' }, templateKind: 'marketing' },
      'template_is_marketing - -',
    ],
    expired: ['10 want', { category: { validForDays: 1 }, now: 10 + DAY }, 'expired 1 message'],
    needs_renewal: [
      '10 want',
      { category: { purposeChangedAt: '1970-01-01T00:00:11Z' } },
      'needs_renewal 1 message',
    ],
    held_source: ['10 want', { isHeld: () => true }, 'held_source 1 message'],
    pending: ['10 asserted', {}, 'pending 1 asserted'],
    quarantined: ['10 imported', {}, 'quarantined 1 imported'],
    never_asked: ['10 hello', {}, 'never_asked - -'],
  } as const satisfies Record<Decision['reason'], readonly [string, Asked, string]>

  const REASONS = [...ALLOW_REASONS, ...DENY_REASONS]

  test.each(REASONS)('R8: %s is reached', (reason) => {
    const [told, asked, expected] = REACHED[reason]
    expect(said(ask(told, asked))).toBe(expected)
    expect(expected.split(' ')[0]).toBe(reason)
  })

  test('R8: the list is closed, and there is a case for each of it', () => {
    expect(Object.keys(REACHED).toSorted()).toEqual(REASONS.toSorted())
  })
})

describe('the order of the reasons (R8)', () => {
  type Layer = { readonly told?: string; readonly asked?: Asked }

  // What makes each reason apply, so that it can be laid over all that come after it.
  const LAYERS = {
    identity_conflict: { told: '60 conflict' },
    blocked: { told: '61 stop' },
    provider_block: { told: '62 provider-block' },
    platform_stop: { told: '63 platform-stop' },
    revoked: { told: '59 revoked' },
    denied: { told: '58 refused' },
    paused: { asked: { pausedUntil: 2 * DAY * 1000 } },
    template_is_marketing: { asked: { category: { kind: 'service' }, templateKind: 'marketing' } },
    expired: { asked: { category: { validForDays: 1 } } },
    needs_renewal: { asked: { category: { purposeChangedAt: '1970-01-02T00:00:00Z' } } },
    held_source: { told: '12 link', asked: { isHeld: () => true } },
    pending: { told: '11 asserted' },
    quarantined: { told: '10 imported' },
    never_asked: { told: '' },
  } as const satisfies Record<DenyReason, Layer>

  const under = (reason: DenyReason): readonly Layer[] =>
    DENY_REASONS.slice(DENY_REASONS.indexOf(reason)).map((each) => LAYERS[each])

  const askUnder = (layers: readonly Layer[]): Decision => {
    const told = layers.flatMap((layer) => (layer.told ? [layer.told] : [])).join(', ')
    const all = layers.map(({ asked }) => asked ?? {})
    const category = Object.assign({}, ...all.map((asked) => asked.category)) as Partial<Category>
    return ask(told, { now: 12 + DAY, ...(Object.assign({}, ...all) as Asked), category })
  }

  test('R8: the reasons are told in the order in which they apply', () => {
    expect(Object.keys(LAYERS)).toEqual(DENY_REASONS)
  })

  test.each(DENY_REASONS)('R8: %s comes before every reason after it', (reason) => {
    expect(askUnder(under(reason)).reason).toBe(reason)
  })

  test.each(DENY_REASONS.slice(0, DENY_REASONS.indexOf('expired')))(
    'R8: %s comes before a yes that is fresh and not held',
    (reason) => {
      expect(askUnder([LAYERS[reason], { told: '12 link', asked: { now: 100 } }]).reason).toBe(
        reason,
      )
    },
  )
})

const TEMPLATES = [undefined, ...KINDS]
const PAIRS = KINDS.flatMap((kind) => TEMPLATES.map((templateKind) => ({ kind, templateKind })))

describe('the kind of what is sent (R8)', () => {
  test.each(PAIRS)(
    'R8: a $kind category with a template of kind $templateKind is judged as the stricter',
    ({ kind, templateKind }) => {
      const asked = { category: { kind }, templateKind }
      const reasonAfter = (told: string) => ask(told, asked).reason
      const isMarketing = kind === 'marketing' || templateKind === 'marketing'
      const isService = kind === 'service' && (templateKind ?? 'service') === 'service'
      const no = isMarketing && kind !== 'marketing' ? 'template_is_marketing' : null
      expect(reasonAfter('10 want')).toBe(no ?? 'consented')
      expect(reasonAfter('10 hello')).toBe(no ?? (isService ? 'service_window' : 'never_asked'))
      expect(reasonAfter('10 want, 11 platform-stop')).toBe(
        isMarketing ? 'platform_stop' : 'consented',
      )
    },
  )
})
