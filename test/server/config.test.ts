import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../server/config.ts'
import { proxyTest } from '../../server/http/client-ip.ts'
import { USUAL_RATES } from '../../server/limits.ts'

describe('the environment', () => {
  test('limits as usual, in part or not at all', () => {
    expect(readConfig({}).rates).toEqual(USUAL_RATES)
    expect(readConfig({ RATE_LIMITS: '' }).rates).toEqual(USUAL_RATES)
    expect(readConfig({ RATE_LIMITS: 'off' }).rates).toBeNull()
    expect(readConfig({ RATE_LIMITS: 'ip=7/60, number=3/3600' }).rates).toEqual({
      ...USUAL_RATES,
      ip: { points: 7, seconds: 60 },
      number: { points: 3, seconds: 3_600 },
    })
  })

  test.each([
    'on',
    'ip',
    'ip=0/60',
    'ip=5',
    'ip=5/0',
    'person=5/60',
    'ip=-1/60',
    'ip=5/60;form=1/1',
  ])('is refused in a sentence where RATE_LIMITS is %j', (text) => {
    expect(() => readConfig({ RATE_LIMITS: text })).toThrow(ConfigError)
    expect(() => readConfig({ RATE_LIMITS: text })).toThrow('RATE_LIMITS must be')
  })

  test('logs what is of note, and counts nothing, unless it is told to', () => {
    expect(readConfig({})).toMatchObject({ logLevel: 'info', metricsToken: null })
    const METRICS_TOKEN = 'sixteen-or-more.'
    expect(readConfig({ LOG_LEVEL: '', METRICS_TOKEN: '' })).toEqual(readConfig({}))
    const other = readConfig({ LOG_LEVEL: 'debug', METRICS_TOKEN })
    expect(other).toMatchObject({ logLevel: 'debug', metricsToken: METRICS_TOKEN })
  })

  test.each([
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'INFO'],
    ['METRICS_TOKEN', 'short'],
    ['METRICS_TOKEN', 'long enough, with spaces'],
    ['METRICS_TOKEN', 'x'.repeat(201)],
  ])('is refused in a sentence where %s is %j', (name, text) => {
    expect(() => readConfig({ [name]: text })).toThrow(`${name} must be`)
  })

  test('trusts no proxy unless it is named', () => {
    expect(readConfig({}).trustedProxies).toEqual([])
    const named = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1 fd00::/8' }).trustedProxies
    expect(named).toEqual(['10.0.0.0/8', '::1', 'fd00::/8'])
    const isTrusted = proxyTest(named)
    for (const one of ['10.1.2.3', '::1', 'fd12::9'])
      expect([one, isTrusted?.(one)]).toEqual([one, true])
    for (const other of ['11.0.0.1', '127.0.0.1', 'fe80::1', 'proxy', '']) {
      expect([other, isTrusted?.(other)]).toEqual([other, false])
    }
  })

  test.each([
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::/129',
    '*',
    '10.0.0.0/x',
  ])('is refused in a sentence where TRUSTED_PROXIES is %j', (text) => {
    expect(() => readConfig({ TRUSTED_PROXIES: text })).toThrow('TRUSTED_PROXIES must be')
  })
})
