import { describe, expect, test } from 'vitest'
import { readPayload } from '../../consent/payload.ts'

describe('a button’s payload', () => {
  test.each([
    ['OPT_OUT', { says: 'opt-out' }],
    [' opt_out\n', { says: 'opt-out' }],
    ['OPT_OUT_MARKETING', { says: 'opt-out-of-marketing' }],
    ['Opt_Out_Marketing', { says: 'opt-out-of-marketing' }],
    ['OPT_OUT:offers', { says: 'opt-out-of', category: 'offers' }],
    ['opt_out: Offers ', { says: 'opt-out-of', category: 'Offers' }],
    ['want:offers', { says: 'want', categories: ['offers'], code: null }],
    ['WANT: offers , orders', { says: 'want', categories: ['offers', 'orders'], code: null }],
    ['want:offers:K7Q2MXA', { says: 'want', categories: ['offers'], code: 'K7Q2MXA' }],
    ['want:offers:7QK4M2XN', { says: 'want', categories: ['offers'], code: '7QK4M2XN' }],
    ['want:__proto__', { says: 'want', categories: ['__proto__'], code: null }],
  ])('%j speaks', (payload, said) => {
    expect(readPayload(payload)).toEqual(said)
  })

  test.each([
    '',
    ' ',
    'Unsubscribe',
    'OPT_OUT_ALL',
    'OPT_OUT:',
    'OPT_OUTS',
    'want',
    'want:',
    'want::K7Q2MXA',
    'want:offers:',
    'want:offers,',
    'want:,offers',
    'want:offers:K7Q2MXA:x',
    'wanted:offers',
    '{"action":"want:offers"}',
    '__proto__',
    'constructor',
    '\ud800',
    `want:${'x'.repeat(1_000_000)}`,
  ])('%.30s is somebody else’s', (payload) => {
    expect(readPayload(payload)).toBeNull()
  })
})
