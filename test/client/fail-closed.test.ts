import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MaySendResult } from '../../client/answers.ts'
import { Quiero } from '../../client/quiero.ts'
import type { MaySendQuestion } from '../../client/questions.ts'
import {
  type HostileServer,
  type Manner,
  refuses,
  says,
  startHostileServer,
  YES,
} from './hostile-server.ts'

const QUESTION = { person: { phone: '+525512345678' }, sender: 'main', category: 'offers' }
const WHOLE = JSON.stringify(YES)
const NDJSON = 'application/x-ndjson'

let server: HostileServer
beforeAll(async () => {
  server = await startHostileServer()
})
afterAll(() => server.close())

const SOON = { giveUpAfterMs: 500 }
const PATIENTLY = { giveUpAfterMs: 20_000 }

const quiero = (url = server.url) => new Quiero({ url, key: 'qk_test', timeoutMs: 500 })

const maySend = (...manners: readonly Manner[]): Promise<MaySendResult> => {
  server.manners = [...manners]
  return quiero().maySend(QUESTION, SOON)
}

/** What a list got, and the code of what was thrown after it. */
const maySendEach = async (
  questions: readonly MaySendQuestion[],
  patience: { readonly giveUpAfterMs: number },
  ...manners: readonly Manner[]
): Promise<{ readonly answers: readonly MaySendResult[]; readonly thrown: unknown }> => {
  server.manners = [...manners]
  const answers: MaySendResult[] = []
  try {
    for await (const { answer } of quiero().maySendEach(questions, patience)) answers.push(answer)
    return { answers, thrown: null }
  } catch (error) {
    return { answers, thrown: (error as { code?: string }).code }
  }
}

const drip: Manner = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  let at = 0
  const timer = setInterval(() => {
    response.write(WHOLE[at] ?? ' ')
    at += 1
  }, 20)
  response.on('close', () => clearInterval(timer))
}

const breakOff: Manner = (response, _, socket) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' })
  response.write(WHOLE)
  setTimeout(() => socket.destroy(), 20)
}

const FAULTS: readonly (readonly [what: string, manner: Manner, code: string])[] = [
  ['nothing', () => {}, 'timeout'],
  ['a closed connection', (_, __, socket) => void socket.destroy(), 'unreachable'],
  ['a yes that comes drop by drop', drip, 'timeout'],
  ['a yes that breaks off before its end', breakOff, 'unreachable'],
  ['a 500 with a yes in it', says(WHOLE, 500), 'answer-not-valid'],
  ['a 404 with a yes in it', says(WHOLE, 404), 'answer-not-valid'],
  ['a 201 with a yes in it', says(WHOLE, 201), 'answer-not-valid'],
  ['a page', says('<html>allow: true</html>', 200, 'text/html'), 'answer-not-valid'],
  ['a yes called a page', says(WHOLE, 200, 'text/html'), 'answer-not-valid'],
  [
    'a yes called nothing',
    (response) => void response.writeHead(200).end(WHOLE),
    'answer-not-valid',
  ],
  ['half a yes', says(WHOLE.slice(0, -1)), 'answer-not-valid'],
  ['a list of yeses', says(`[${WHOLE}]`), 'answer-not-valid'],
  ['true', says('true'), 'answer-not-valid'],
  ['no text at all', says(''), 'answer-not-valid'],
  ['a bare allow', says('{"allow":true}'), 'answer-not-valid'],
  ['"true"', says(JSON.stringify({ ...YES, allow: 'true' })), 'answer-not-valid'],
  ['1', says(JSON.stringify({ ...YES, allow: 1 })), 'answer-not-valid'],
  [
    'a yes with a reason of a no',
    says(JSON.stringify({ ...YES, reason: 'blocked' })),
    'answer-not-valid',
  ],
  [
    'a yes for a reason unheard of',
    says(JSON.stringify({ ...YES, reason: 'toString' })),
    'answer-not-valid',
  ],
  [
    'a yes that rests on nothing',
    says(JSON.stringify({ ...YES, evidence: null })),
    'answer-not-valid',
  ],
  ['a yes of no time', says(JSON.stringify({ ...YES, asOf: 'now' })), 'answer-not-valid'],
  ['a yes elsewhere', says('', 307, 'text/plain', { location: '/elsewhere' }), 'answer-not-valid'],
  ['a refusal', refuses('api-key-not-valid', 401), 'api-key-not-valid'],
  [
    'a refusal with a yes in it',
    says(JSON.stringify({ ...YES, code: 'internal' }), 500, 'application/problem+json'),
    'internal',
  ],
]

describe('maySend', () => {
  test.each(FAULTS)('says no to %s, and why', async (_, manner, code) => {
    expect(await maySend(manner)).toMatchObject({
      allow: false,
      reason: 'no_answer',
      problem: { code },
    })
  })

  test('says no where nobody listens, where it is asked nonsense and where it is aborted', async () => {
    const gone = await startHostileServer()
    await gone.close()
    const unreached = await quiero(gone.url).maySend(QUESTION, SOON)
    expect(unreached).toMatchObject({ allow: false, problem: { code: 'unreachable' } })
    server.manners = [says(WHOLE)]
    const round: Record<string, unknown> = {}
    round['round'] = round
    const nonsense = await quiero().maySend(round as unknown as MaySendQuestion)
    expect(nonsense).toMatchObject({ allow: false, problem: { code: 'body-not-json' } })
    const aborted = await quiero().maySend(QUESTION, { signal: AbortSignal.abort() })
    expect(aborted).toMatchObject({ allow: false, problem: { code: 'aborted' } })
  })

  test('says yes to a yes, also after faults that pass', async () => {
    expect(await maySend(says(WHOLE))).toEqual(YES)
    const begun = server.seen.length
    server.manners = [breakOff, says('', 503), says(WHOLE)]
    expect(await quiero().maySend(QUESTION, PATIENTLY)).toEqual(YES)
    expect(server.seen.length - begun).toBe(3)
  })

  test('takes a no for a reason that it has never heard of as a no', async () => {
    const no = { ...YES, allow: false, reason: 'moon_is_full' }
    expect(await maySend(says(JSON.stringify(no)))).toEqual(no)
  })
})

describe('maySendEach', () => {
  const two = [QUESTION, QUESTION]
  const yes = `${WHOLE}\n`

  const LISTS: readonly (readonly [what: string, manner: Manner])[] = [
    ['too few answers', says(yes, 200, NDJSON)],
    ['too many', says(yes.repeat(3), 200, NDJSON)],
    ['an answer without its end', says(`${yes}${WHOLE}`, 200, NDJSON)],
    ['half an answer', says(`${yes}${WHOLE.slice(0, 30)}\n`, 200, NDJSON)],
    ['a line between', says(`${yes}\n${yes}`, 200, NDJSON)],
    ['answers of another type', says(yes.repeat(2))],
    ['answers with a 500', says(yes.repeat(2), 500, NDJSON)],
    ['nothing', () => {}],
    [
      'answers that break off',
      (response, _, socket) => {
        response.writeHead(200, { 'content-type': NDJSON })
        response.write(yes.repeat(2))
        setTimeout(() => socket.destroy(), 20)
      },
    ],
  ]

  test.each(LISTS)('given %s, tells every question so, then throws', async (_, manner) => {
    const { answers, thrown } = await maySendEach(two, SOON, manner)
    expect(answers).toMatchObject([
      { allow: false, reason: 'no_answer' },
      { allow: false, reason: 'no_answer' },
    ])
    expect(thrown).toEqual(expect.any(String))
  })

  test('goes on after faults that pass', async () => {
    const { answers, thrown } = await maySendEach(
      two,
      PATIENTLY,
      breakOff,
      says(yes.repeat(2), 200, NDJSON),
    )
    expect([answers, thrown]).toEqual([[YES, YES], null])
  })

  test('says of a line that was not understood why, and no more of it', async () => {
    const lines = `${yes}{"problem":"phone-not-valid"}\n`
    const { answers, thrown } = await maySendEach(two, SOON, says(lines, 200, NDJSON))
    expect(answers).toMatchObject([
      { allow: true },
      { allow: false, reason: 'no_answer', problem: { code: 'phone-not-valid' } },
    ])
    expect(thrown).toBeNull()
  })

  test('takes no more questions than it has asked', async () => {
    server.manners = [
      (response, { body }) => {
        const lines = body.split('\n').length - 1
        response.writeHead(200, { 'content-type': NDJSON }).end(yes.repeat(lines))
      },
    ]
    let taken = 0
    const endless = function* () {
      for (;;) {
        taken += 1
        yield QUESTION
      }
    }
    let given = 0
    for await (const { answer } of quiero().maySendEach(endless(), { atOnce: 10 })) {
      expect(answer.allow).toBe(true)
      given += 1
      expect(taken - given).toBeLessThan(10)
      if (given === 35) break
    }
    expect(taken).toBe(40)
  })

  test('asks again before it gives out an answer that has become old', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    try {
      server.manners = [says(yes.repeat(3), 200, NDJSON), says(yes.repeat(1), 200, NDJSON)]
      server.seen.length = 0
      const given: number[] = []
      for await (const { answer } of quiero().maySendEach([...two, QUESTION])) {
        expect(answer.allow).toBe(true)
        given.push(server.seen.length)
        vi.advanceTimersByTime(20_000)
      }
      expect(given).toEqual([1, 1, 2])
      expect(server.seen[1]?.body.split('\n')).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })
})
