import { assert, asyncProperty, integer, nat } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { history, maySend, newPhone, reasons } from './acts.ts'
import { digits, type Speaker } from './speaker.ts'

const CONSENTED = ['consented', 'consented']
const BLOCKED = ['blocked', 'blocked']

const ODD_NUMBERS = [
  null,
  '',
  ' ',
  'abc',
  '+',
  '0',
  '+0521234567',
  '123',
  '9'.repeat(40),
  5_215_512_345_678,
  1e21,
  true,
  {},
  [],
  ['5215512345678'],
  { __proto__: null, toString: '5215512345678' },
  'BR.',
  'brazil.12345',
  '\u0000',
] as const

let users = 0

/** A business-scoped id that no other test has. */
const newBsuid = (): string => `MX.${String(9_000_000_000 + (users += 1))}`

/** What is promised of a provider whoever it is. */
export const keepsPromises = (
  name: string,
  speaker: Speaker,
  { isIdBesideNumber = true }: { readonly isIdBesideNumber?: boolean } = {},
): void => {
  const { service, tells, post, bodyOf, dialect } = speaker

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await tells(digits(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
    return phone
  }

  describe(`a message through ${name}`, () => {
    test('grants by keyword and stops by a stop word, each heard once', async () => {
      const phone = await consented()
      const body = await tells(digits(phone), '*Salir*')
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
      const before = await service().rows()
      expect((await post(body)).status).toBe(200)
      expect(await service().rows()).toEqual(before)
      const [, stop] = await history(service(), phone)
      const { heardBy } = dialect
      expect(stop?.act).toMatchObject({ kind: 'message', meaning: 'opt_out', heardBy })
    })

    test('says it with a button: the payload before the title', async () => {
      const phone = await consented()
      await tells(digits(phone), { title: 'Continuar', payload: 'OPT_OUT_MARKETING' })
      expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
      await tells(digits(phone), { title: 'Volver', payload: 'want:offers' })
      expect(await reasons(service(), phone)).toEqual(CONSENTED)
      await tells(digits(phone), { title: 'STOP', payload: 'nothing-of-ours' })
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
    })

    test('says it under a picture', async () => {
      const phone = await consented()
      await tells(digits(phone), { caption: 'stop' })
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
    })

    test('lifts a stop, but a reaction does not', async () => {
      const phone = await consented()
      await tells(digits(phone), 'STOP')
      const before = await service().rows()
      await tells(digits(phone), { emoji: '👍' })
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
      expect(await service().rows()).toEqual(before)
      await tells(digits(phone), '¿dónde está mi pedido?')
      expect(await reasons(service(), phone)).toEqual(CONSENTED)
    })

    test('counts at its own time: a late yes does not undo a newer no', async () => {
      const phone = newPhone()
      await tells(digits(phone), 'STOP')
      await tells(digits(phone), '#want', { at: service().now() - 3_600_000 })
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
    })

    test.each([
      ['5215587650001', '+525587650001'],
      ['551167650001', '+5511967650001'],
      ['+5491187650001', '+5491187650001'],
    ])('from %s is from %s', async (raw, phone) => {
      await tells(raw, 'STOP')
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
    })

    test('is heard from somebody without a number', async () => {
      const bsuid = newBsuid()
      await tells(undefined, '#want', { bsuid })
      expect((await maySend(service(), { bsuid })).allow).toBe(true)
      await tells(undefined, 'STOP', { bsuid })
      expect(await reasons(service(), { bsuid })).toEqual(BLOCKED)
    })

    test.runIf(isIdBesideNumber)(
      'is heard of a person with a number and an id under both',
      async () => {
        const [phone, bsuid] = [newPhone(), newBsuid()]
        await tells(digits(phone), '#want', { bsuid })
        await tells(undefined, 'STOP', { bsuid })
        expect(await reasons(service(), phone)).toEqual(BLOCKED)
      },
    )

    test.each(ODD_NUMBERS.map((from) => [JSON.stringify(from), from]))(
      'from %s is kept, and grants nobody anything',
      async (_, from) => {
        const before = await service().rows()
        await tells(from, '#want')
        expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
      },
    )

    test('to a number of nobody’s is kept, and grants nobody anything', async () => {
      const before = await service().rows()
      await tells(digits(newPhone()), '#want', { to: '19995550100' })
      expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    })

    test('of a megabyte of zero-width characters is heard', async () => {
      const phone = await consented()
      await tells(digits(phone), `${'\u200B'.repeat(300_000)}STOP`)
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
    })

    test('with hostile keys does no harm', async () => {
      const phone = newPhone()
      const body = bodyOf(digits(phone), 'STOP')
      const hostile = body.replaceAll(
        '{"',
        '{"__proto__":{"polluted":true,"type":"text"},"constructor":{"prototype":{"polluted":1}},"',
      )
      expect((await post(hostile)).status).toBe(200)
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      expect(await reasons(service(), phone)).toEqual(BLOCKED)
    })
  })

  describe(`a request of ${name}`, () => {
    const { secrets } = dialect

    test.each([
      ['another secret', { secret: 'no-secret-of-anybody' }],
      ['the other company’s secret', { secret: secrets.other }],
      ['an empty secret', { secret: '' }],
    ])('with %s is refused without a trace', async (_, changed) => {
      const before = await service().rows()
      const answer = await post(bodyOf(digits(newPhone()), 'STOP'), changed)
      expect(answer).toMatchObject({ status: 401, problem: 'signature-not-valid' })
      expect(await service().rows()).toEqual(before)
    })

    test('with nothing that proves it is refused without a trace', async () => {
      const before = await service().rows()
      const answer = await post(bodyOf(digits(newPhone()), 'STOP'), { isUnproved: true })
      expect(answer).toMatchObject({
        status: dialect.unprovedStatus ?? 401,
        problem: 'signature-not-valid',
      })
      expect(await service().rows()).toEqual(before)
    })

    test('to the other company reaches nobody here, even with our number in it', async () => {
      const phone = await consented()
      const before = await service().rows()
      const body = bodyOf(digits(phone), 'STOP')
      expect((await post(body, { company: 'other' })).status).toBe(200)
      expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
      expect(await reasons(service(), phone)).toEqual(CONSENTED)
    })

    test.each(['', '[]', 'null', '"STOP"', '{"results":'])(
      'whose JSON is %j is refused without a trace, though it is proved',
      async (body) => {
        const before = await service().rows()
        expect(await post(body)).toMatchObject({ status: 400, problem: 'body-not-json' })
        expect(await service().rows()).toEqual(before)
      },
    )

    test.each(['{}', '{"a":1}', '{"type":"__proto__"}', '{"event":"toString","payload":[]}'])(
      'that says %s is taken and kept',
      async (body) => {
        const before = await service().rows()
        expect((await post(body)).status).toBe(200)
        const { inbox = 0, ...rest } = await service().rows()
        expect(rest).toEqual({ ...before, inbox: undefined })
        expect(inbox - (before['inbox'] ?? 0)).toBeLessThanOrEqual(1)
      },
    )
  })
}

/** What is promised beside that of a provider that signs its bodies. */
export const refusesChanges = (name: string, { service, post, bodyOf, dialect }: Speaker): void => {
  test(`a body of ${name} is refused when any byte of it is another`, async () => {
    const body = bodyOf('5215587659999', '#want')
    const headers = dialect.headersOf(body, {
      secret: dialect.secrets.demo,
      at: service().now(),
      url: `https://quiero.example/webhooks/${dialect.provider('demo', { env: '' }).kind}/demo/main`,
    })
    expect((await post(body, { headers })).status).toBe(200)
    const before = await service().rows()
    await assert(
      asyncProperty(
        nat({ max: Buffer.byteLength(body) - 1 }),
        integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const bytes = Buffer.from(body)
          bytes[at] = (bytes[at] ?? 0) ^ mask
          expect((await post(bytes, { headers })).status).toBe(401)
        },
      ),
      { numRuns: 150 },
    )
    expect(await service().rows()).toEqual(before)
  })
}
