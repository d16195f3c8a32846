import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readCheckpoint } from '../../consent/checkpoint.ts'
import { hashOfLeaf, hashOfNode, isConsistent } from '../../consent/merkle.ts'
import type { FeedShown } from '../../contract/events.ts'
import type { CheckpointsShown, ConsistencyShown, LogShown } from '../../contract/log.ts'
import { tendLog } from '../../server/actions/sign-log.ts'
import { tellCheckpoint } from '../../server/actions/tell-checkpoint.ts'
import { ENGINES } from '../support/databases.ts'
import { startReceiver } from '../support/receiver.ts'
import { demoDocument, type Service, serviceFor } from '../support/service.ts'
import { newPhone } from './acts.ts'

const SECRET = `whsec_${Buffer.from('of the archive'.padEnd(32, '.')).toString('base64')}`

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** RFC 6962, section 2.1, word for word. */
const mth = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first] = leaves
  if (!first) return sha256(new Uint8Array())
  if (leaves.length === 1) return hashOfLeaf(sha256, first)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return hashOfNode(sha256, mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}

/** Checks a note as https://c2sp.org/signed-note says, with nothing of ours. */
const isSigned = (note: string, key: string): boolean => {
  const [, name = '', id = '', material = ''] = /^(.+?)\+([0-9a-f]{8})\+(.+)$/u.exec(key) ?? []
  const [, text = '', signer, signature = ''] = /^(.*\n)\n— (\S+) (\S+)\n$/su.exec(note) ?? []
  const typed = Buffer.from(material, 'base64')
  const bytes = Buffer.from(signature, 'base64')
  const expected = createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8)
  expect([typed[0], id, bytes.subarray(0, 4).toString('hex'), signer]).toEqual([
    1,
    expected,
    id,
    name,
  ])
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
}

describe.each(ENGINES)('a company’s log on %s', (engine) => {
  const service = serviceFor({ engine, secrets: { QUIERO_SECRET_ARCHIVE: SECRET } })

  const log = async (at: Service = service()) =>
    (await at.ask('/v1/log', { key: at.keys.events })).as<LogShown>()

  const placed = async (count: number): Promise<void> => {
    const memory = service().deps.memory.of('demo')
    await expect.poll(() => memory.logSize(), { timeout: 20_000 }).toBe(count)
  }

  const leaves = async (): Promise<readonly Uint8Array[]> => {
    const found: Uint8Array[] = []
    let after = ''
    for (;;) {
      const page = await service().ask(`/v1/events?limit=1000${after}`, {
        key: service().keys.events,
      })
      const { events, cursor, more } = page.as<FeedShown>()
      found.push(...events.map(({ leaf }) => Buffer.from(leaf, 'hex')))
      if (!more) return found
      after = `&after=${cursor}`
    }
  }

  const stop = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        service().ask('/v1/opt-outs', {
          key: service().keys['opt-outs'],
          body: { person: { phone: newPhone() } },
        }),
      ),
    )

  /** As often as the chore would, until there is nothing to do. */
  const tend = async (): Promise<void> => {
    const { memory } = service().deps
    for (let n = 0; n < 20; n += 1) {
      if (!(await memory.companiesWithGrownLogs(service().now())).includes('demo')) return
      await tendLog(service().deps, 'demo')
    }
    throw new Error('the log is never done')
  }

  test('is empty at first, and nothing is signed', async () => {
    expect(await log()).toEqual({
      origin: 'quiero.example/demo',
      key: expect.stringMatching(/^quiero\.example\/demo\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/u),
      size: 0,
      newest: null,
    })
  })

  test('is signed within a minute, over the root of RFC 6962, by a key that never changes', async () => {
    await stop(3)
    await placed(3)
    await tend()
    const { newest, key } = await log()
    const note = newest?.checkpoint ?? ''
    expect(isSigned(note, key)).toBe(true)
    expect(isSigned(note.replace('\n3\n', '\n4\n'), key)).toBe(false)
    const root = Buffer.from(mth(await leaves())).toString('base64')
    expect(readCheckpoint(note)).toMatchObject({ origin: 'quiero.example/demo', size: 3, root })

    await stop(1)
    await placed(4)
    await tend()
    expect((await log()).newest?.size).toBe(3)
    service().pass(60_000)
    await tend()
    expect((await log()).newest?.size).toBe(4)
    expect((await log()).key).toBe(key)
  })

  test('is signed at once after a thousand events, with hashes kept over what is whole', async () => {
    await stop(1_100)
    await placed(1_104)
    await tend()
    const root = Buffer.from(mth(await leaves())).toString('base64')
    const note = readCheckpoint((await log()).newest?.checkpoint ?? '')
    expect(note).toMatchObject({ size: 1_104, root })
    expect((await service().rows())['log_nodes']).toBe(4)
  })

  test('shows that it only grew, between any two of its sizes', async () => {
    const all = await leaves()
    for (const [from, to] of [
      [3, 4],
      [4, 1_104],
      [256, 1_024],
      [700, 1_100],
      [0, 9],
      [9, 9],
    ] as const) {
      const answer = await service().ask(`/v1/log/consistency?from=${from}&to=${to}`, {
        key: service().keys.events,
      })
      const { hashes } = answer.as<ConsistencyShown>()
      const [earlier, later] = [from, to].map((size) => ({ size, root: mth(all.slice(0, size)) }))
      const path = hashes.map((hash) => Buffer.from(hash, 'base64'))
      expect(earlier && later && isConsistent(sha256, earlier, later, path)).toBe(true)
    }
  })

  test.each(['from=2&to=1', 'from=1&to=99999', 'from=a&to=2', 'from=1', 'from=-1&to=2'])(
    'has nothing to show for %s',
    async (query) => {
      const answer = await service().ask(`/v1/log/consistency?${query}`, {
        key: service().keys.events,
      })
      expect(answer).toMatchObject({ status: 422, problem: 'log-size-not-valid' })
    },
  )

  test('lists what was signed, in order', async () => {
    const answer = await service().ask('/v1/log/checkpoints?after=3&limit=10', {
      key: service().keys.events,
    })
    const { checkpoints } = answer.as<CheckpointsShown>()
    expect(checkpoints.map(({ size }) => size)).toEqual([4, 1_104])
  })

  test('is told to the company’s webhook, the newest alone, until it is taken', async () => {
    const archive = await startReceiver(SECRET, () => service().now())
    const webhook = {
      id: 'archive',
      url: archive.url,
      secret: { env: 'QUIERO_SECRET_ARCHIVE' },
      events: ['log.checkpoint'],
    } as const
    const put = await service().ask('/v1/company', {
      method: 'PUT',
      key: service().keys.company,
      body: { ...demoDocument(), webhooks: [webhook] },
    })
    expect(put.status).toBe(200)
    const tell = async (url: string = webhook.url) => {
      const stored = await service().deps.memory.company('demo')
      if (stored) await tellCheckpoint(service().deps, stored, { ...webhook, url })
    }
    archive.answers = [503]
    await tell()
    expect([archive.calls, archive.heard.length]).toEqual([1, 0])
    await tell()
    expect(archive.calls).toBe(1)
    service().pass(60 * 60_000)
    await Promise.all([tell(), tell()])
    const { newest, key } = await log()
    expect(archive.heard).toMatchObject([
      {
        id: 'chk_1104',
        type: 'log.checkpoint',
        data: { size: 1_104, checkpoint: newest?.checkpoint },
      },
    ])
    expect(isSigned(String(archive.heard[0]?.data['checkpoint']), key)).toBe(true)
    await tell()
    expect(archive.calls).toBe(2)

    await stop(1)
    await placed(1_105)
    service().pass(60_000)
    await tend()
    archive.answers = [410]
    await tell()
    service().pass(24 * 60 * 60_000)
    await tell()
    expect(archive.calls).toBe(3)
    await tell(`${archive.url}/moved`)
    expect(archive.heard.at(-1)).toMatchObject({ id: 'chk_1105' })
    await archive.close()
  })
})
