import { describe, expect, test } from 'vitest'
import type { Act } from '../../consent/event.ts'
import { consentIn } from '../../consent/consent-record.ts'
import { ACTS, eventId, message, personId, yes } from './acts.ts'

const NOW = 1_795_000_000_000

const recordsOf = (act: Act, claimedAt = NOW - 700) =>
  consentIn({
    id: eventId(1),
    person: personId(1),
    moment: { clock: 'provider', claimedAt, receivedAt: NOW },
    act,
  })

describe('what an event says of consent', () => {
  test('is a line a category, with every sender that the notice named', () => {
    const both = { categories: ['offers', 'orders'], senders: ['main', 'second'] }
    const given = {
      state: 'given',
      senders: ['main', 'second'],
      at: NOW - 1000,
      proof: 'witnessed',
    }
    expect(recordsOf(yes('witnessed', { ...both, refused: ['news'] }))).toEqual([
      { ...given, category: 'offers' },
      { ...given, category: 'orders' },
      { state: 'refused', category: 'news', senders: null, at: NOW - 1, proof: null },
    ])
  })

  test('keeps what was given and refused in one act apart', () => {
    const records = recordsOf(yes('witnessed', { refused: ['offers'] }))
    expect(records.map(({ state, category }) => [state, category])).toEqual([
      ['given', 'offers'],
      ['refused', 'offers'],
    ])
  })

  test('is everything at the senders named, where no category is', () => {
    expect(recordsOf({ ...ACTS.halt, senders: ['main', 'second'] })).toEqual([
      { state: 'withdrawn', category: null, senders: ['main', 'second'], at: NOW - 1, proof: null },
    ])
  })

  test('gives nothing in a message with a no in it', () => {
    const grant = { categories: ['offers'], senders: ['main'], form: null, notice: null }
    const act = message({ meaning: 'unsubscribe_category', revoked: ['orders'], granted: grant })
    expect(recordsOf(act)).toEqual([
      { state: 'withdrawn', category: 'orders', senders: null, at: NOW - 1, proof: null },
    ])
  })

  test('is nothing where nobody was asked', () => {
    expect(recordsOf(message({ meaning: 'other' }))).toEqual([])
    expect(recordsOf({ kind: 'provider_block', sender: 'main' })).toEqual([])
  })
})
