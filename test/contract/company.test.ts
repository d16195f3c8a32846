import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { FREQUENCY_SPANS, KINDS } from '../../consent/category.ts'
import { BADGES, type Company } from '../../consent/company.ts'
import { noticesOf } from '../../consent/notice.ts'
import { TEMPLATE_GAPS } from '../../consent/outgoing.ts'
import { PROOFS } from '../../consent/proof.ts'
import { refusalsOf } from '../../consent/refusals.ts'
import { REPLIES } from '../../consent/reply.ts'
import { RESUME_POLICIES } from '../../consent/resume.ts'
import { CompanyDocument } from '../../contract/company.ts'
import demo from '../../demo/company.json' with { type: 'json' }

const [category] = demo.categories
const [sender] = demo.senders
const [form] = demo.forms

const accepts = (change: object): boolean =>
  v.safeParse(CompanyDocument, { ...demo, ...change }).success

const categoryWith = (change: object) => ({ categories: [{ ...category, ...change }] })
const senderWith = (change: object) => ({ senders: [{ ...sender, ...change }] })
const formWith = (change: object) => ({ forms: [{ ...form, ...change }] })

describe('the demo company', () => {
  test('is accepted as it is, and nothing of it is lost', () => {
    expect(v.parse(CompanyDocument, demo)).toEqual(demo)
  })

  test('makes a notice for each of its languages', () => {
    const company: Company = v.parse(CompanyDocument, demo)
    expect(noticesOf(company)).toHaveLength(3)
  })

  test('has what everyone relies on', () => {
    expect(demo).toMatchObject({
      id: 'demo',
      senders: [{ id: 'main', provider: { phoneNumberId: '106540352242922' } }],
      categories: [
        { id: 'orders', kind: 'utility' },
        { id: 'offers', kind: 'marketing' },
      ],
      keywords: [{ word: '#want', form: 'frm_demo' }],
      forms: [{ id: 'frm_demo', categories: ['orders', 'offers'] }],
    })
  })
})

test('a company document keeps the settings that Quiero does not know, so that they can be refused', () => {
  const document = v.parse(CompanyDocument, {
    ...demo,
    ...formWith({ countdown: 60 }),
    winBack: true,
  })
  expect(refusalsOf(document).map(({ rule }) => rule)).toEqual([
    'suppressed-contacted',
    'fake-timer',
  ])
})

test.each<[string, object]>([
  ['every kind', { categories: KINDS.map((kind) => ({ ...category, kind })) }],
  [
    'every span',
    {
      categories: FREQUENCY_SPANS.map((per) => ({ ...category, frequency: { atMost: 1, per } })),
    },
  ],
  ['every proof', { categories: PROOFS.map((leastProof) => ({ ...category, leastProof })) }],
  ['every badge', { senders: BADGES.map((badge) => ({ ...sender, badge })) }],
  ['every resume policy', { senders: RESUME_POLICIES.map((resume) => ({ ...sender, resume })) }],
  [
    'a day from which yeses need renewal',
    categoryWith({ purposeChangedAt: '2026-11-22T10:00:00Z', validForDays: 730 }),
  ],
  ['replies that are switched off', senderWith({ replies: { help: false, askBack: true } })],
  [
    'a template',
    senderWith({
      templates: {
        confirmOptIn: { es: { name: 'optin', language: 'es_MX', parameters: ['categories'] } },
      },
    }),
  ],
  ['a sender without a provider', senderWith({ provider: undefined })],
  [
    'a door',
    { doors: [{ id: 'sms', kind: 'twilio-sms', phone: '+5511912345679', senders: ['main'] }] },
  ],
  ['a mailbox', { doors: [{ id: 'mail', kind: 'postmark', address: 'want@shop.example' }] }],
  ['a theme', formWith({ theme: { accent: '#7a4b2a', radius: 8, scheme: 'auto' } })],
  ['fifty categories', { categories: Array(50).fill(category) }],
  ['two hundred forms', { forms: Array(200).fill(form) }],
  ['a text of 300 characters', categoryWith({ example: { es: 'a'.repeat(300) } })],
])('a company document has %s', (_, change) => {
  expect(accepts(change)).toBe(true)
})

test.each<[string, object]>([
  ['no name', { name: undefined }],
  ['a name that is no text', { name: 7 }],
  ['a name of 301 characters', { name: 'a'.repeat(301) }],
  ['an id with a space', { id: 'de mo' }],
  ['an unknown language', { languages: ['fr'] }],
  ['no language', { languages: [] }],
  ['fifty-one categories', { categories: Array(51).fill(category) }],
  ['two hundred and one forms', { forms: Array(201).fill(form) }],
  ['two hundred and one keywords', { keywords: Array(201).fill(demo.keywords[0]) }],
  ['an unknown kind', categoryWith({ kind: 'promotional' })],
  ['an unknown proof', categoryWith({ leastProof: 'hearsay' })],
  ['half a message', categoryWith({ frequency: { atMost: 0.5, per: 'day' } })],
  [
    'a frequency with more to it',
    categoryWith({ frequency: { atMost: 1, per: 'day', unless: 'sale' } }),
  ],
  ['a text of 301 characters', categoryWith({ example: { es: 'a'.repeat(301) } })],
  ['a day that is none', categoryWith({ purposeChangedAt: 'yesterday' })],
  ['an unknown badge', senderWith({ badge: 'official' })],
  ['an unknown reply', senderWith({ replies: { advertise: true } })],
  ['a reply in words', senderWith({ replies: { help: 'call us' } })],
  [
    'a template with other gaps',
    senderWith({
      templates: { help: { es: { name: 'help', language: 'es', parameters: ['coupon'] } } },
    }),
  ],
  ['an unknown provider', senderWith({ provider: { ...sender?.provider, kind: 'pigeon' } })],
  ['a secret itself', senderWith({ provider: { ...sender?.provider, appSecret: 'hunter2' } })],
  [
    'a secret with more to it',
    senderWith({ provider: { ...sender?.provider, appSecret: { env: 'A', value: 'b' } } }),
  ],
  ['a country in small letters', formWith({ countries: ['br'] })],
  ['other countries in words', formWith({ otherCountries: 'all' })],
  ['nested categories', formWith({ categories: [['orders', 'offers']] })],
  ['a form id without its mark', formWith({ id: 'demo' })],
  ['an unknown colour scheme', formWith({ theme: { scheme: 'sepia' } })],
  ['a keyword as a text', { keywords: ['#want'] }],
])('a company document has not: %s', (_, change) => {
  expect(accepts(change)).toBe(false)
})

test('does not let a document touch the prototype of anything', () => {
  const document = JSON.parse(JSON.stringify(demo).replace('{', '{"__proto__":{"polluted":true},'))
  v.safeParse(CompanyDocument, document)
  refusalsOf(document)
  expect({}).not.toHaveProperty('polluted')
})

test('replies and templates are settings like any other: no refusal takes them for something else', () => {
  const replies = Object.fromEntries(REPLIES.map((kind) => [kind, true]))
  const template = { es: { name: 'x', language: 'es', parameters: [...TEMPLATE_GAPS] } }
  const templates = Object.fromEntries(REPLIES.map((kind) => [kind, template]))
  const document = { ...demo, ...senderWith({ replies, templates }) }
  expect(accepts(document)).toBe(true)
  expect(refusalsOf(document)).toEqual([])
})
