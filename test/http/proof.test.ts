import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProofFile } from '../../consent/proof-file.ts'
import { faultsOf } from '../../server/actions/verify-proof.ts'
import { VERIFIER } from '../../server/cli/verify.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, handedIn, newPhone, person, writes } from './acts.ts'

const SEED = 27_560

const faults = (file: unknown, key?: string) => faultsOf(VERIFIER, file, key)

/** What the stand-alone script says of files. */
const script = (files: readonly string[], ...words: readonly string[]): readonly boolean[] => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-proofs-'))
  const names = files.map((_, at) => join(folder, `${at}.json`))
  for (const [at, name] of names.entries()) writeFileSync(name, files[at] ?? '')
  const ran = spawnSync(process.execPath, ['docs/verify-proof.mjs', ...words, ...names], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.endsWith('this proof holds'))
}

describe.each(ENGINES)('the proof of a person on %s', (engine) => {
  const service = serviceFor({ engine })
  let made: Promise<{ readonly proof: ProofFile; readonly phone: string }> | null = null

  /** Somebody who filled a form in, confirmed it, and stopped; with others in the log around them. */
  const proven = () => {
    made ??= (async () => {
      for (let n = 0; n < 5; n += 1) await writes(service(), by(newPhone()), '#want')
      const phone = newPhone()
      const { code } = await handedIn(service(), { phone })
      await writes(service(), by(phone), `#want ${code}`)
      await writes(service(), by(phone), 'Salir')
      await writes(service(), by(newPhone()), '#want offers')
      const memory = service().deps.memory.of('demo')
      await expect.poll(() => memory.logSize()).toBe(9)
      return { proof: await proofOf(phone), phone }
    })()
    return made
  }

  const proofOf = async (phone: string): Promise<ProofFile> => {
    const { id } = await person(service(), phone)
    const answer = await service().ask(`/v1/people/${id}/proof`, { key: service().keys.people })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return answer.as<ProofFile>()
  }

  test('holds what was agreed to, when, in which words, and the message that said so', async () => {
    const { proof, phone } = await proven()
    expect(proof).toMatchObject({ schema: 'quiero-proof/1', company: 'demo' })
    expect(proof.events.map(({ event }) => event.act.kind)).toEqual([
      'opt_in',
      'message',
      'message',
    ])
    expect(proof.events.map(({ evidence }) => evidence?.phone)).toEqual([phone, phone, phone])
    expect(proof.events.at(-1)?.evidence?.text).toBe('Salir')
    expect(
      proof.records.map(({ event, pii_processing: { purposes } }) => [
        event.event_state,
        purposes[0]?.purpose,
        event.proof,
      ]),
    ).toEqual([
      ['given', 'orders', 'asserted'],
      ['given', 'offers', 'asserted'],
      ['given', 'orders', 'message'],
      ['given', 'offers', 'message'],
      ['withdrawn', null, null],
    ])
    expect(proof.notices).toHaveLength(1)
    expect(proof.notices[0]?.html).toContain('Café Aurora')
    for (const { path } of proof.events) {
      expect(JSON.stringify(path).length).toBeLessThan(1_024)
    }
  })

  test('holds for whoever checks it with our code, with the script, and with the key alone', async () => {
    const { proof } = await proven()
    expect(faults(proof)).toEqual([])
    expect(faults(JSON.parse(JSON.stringify(proof)), proof.key)).toEqual([])
    expect(script([JSON.stringify(proof), JSON.stringify(proof, null, 2)])).toEqual([true, true])
    expect(script([JSON.stringify(proof)], '--key', proof.key)).toEqual([true])
  })

  test('holds for nobody who knows another key, nor where the whole file was signed with one', async () => {
    const { proof } = await proven()
    const forger = service().deps.logKeys.of('somebody-else', 'quiero.example/demo')
    expect(faults(proof, forger.verifier)).not.toEqual([])
    expect(script([JSON.stringify(proof)], '--key', forger.verifier)).toEqual([false])
    const forged = { ...proof, key: forger.verifier }
    expect(faults(forged)).not.toEqual([])
    expect(faults(forged, proof.key)).not.toEqual([])
    expect(script([JSON.stringify(forged)])).toEqual([false])
  })

  test('shows every one of a thousand changes, to our code and to the script', async () => {
    const { proof } = await proven()
    const whole = Buffer.from(JSON.stringify(proof))
    const changed: string[] = []
    assert(
      property(nat({ max: whole.length - 1 }), integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ change
        changed.push(bytes.toString('latin1'))
      }),
      { numRuns: 1_000, seed: SEED },
    )
    const unseen = changed.filter((text) => {
      const file = parsed(Buffer.from(text, 'latin1').toString())
      return file !== undefined && faults(file).length === 0
    })
    expect(unseen).toEqual([])
    expect(new Set(script(changed.map((text) => Buffer.from(text, 'latin1').toString())))).toEqual(
      new Set([false]),
    )
  })

  test('shows what was swapped, left out or taken from somebody else', async () => {
    const { proof } = await proven()
    const other = await proofOf(await consented())
    const [first, ...rest] = proof.events
    for (const forged of [
      { ...proof, events: rest },
      { ...proof, events: proof.events.toReversed() },
      { ...proof, records: other.records },
      { ...proof, checkpoint: other.checkpoint },
      { ...proof, signature: other.signature },
      { ...proof, events: proof.events.map((one) => ({ ...one, salt: null })) },
      { ...proof, events: first ? [{ ...first, position: first.position + 1 }, ...rest] : [] },
      {},
      null,
      [],
    ]) {
      expect(faults(forged)).not.toEqual([])
      expect(script([JSON.stringify(forged)])).toEqual([false])
    }
  })

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const memory = service().deps.memory.of('demo')
    await expect.poll(() => memory.logSize()).toBe(10)
    return phone
  }

  test('holds records as the schema of the profile has them, each field of which has a source', async () => {
    const { proof } = await proven()
    const schema = JSON.parse(readFileSync('docs/consent-record.schema.json', 'utf8')) as object
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
    formats.default(ajv)
    const isRecord = ajv.compile(schema)
    for (const record of proof.records) {
      expect([isRecord(record), isRecord.errors]).toEqual([true, null])
      expect(isRecord({ ...record, more: 1 })).toBe(false)
    }
    const page = readFileSync('docs/consent-record.md', 'utf8')
    for (const field of fieldsIn(proof.records)) {
      expect(page).toMatch(new RegExp(`^\\| \`${field}\` +\\| \\S.+ \\| \\S.+ \\|$`, 'mu'))
    }
  })

  test('is a page to print, in the language that is asked for', async () => {
    const { proof } = await proven()
    for (const [language, word] of [
      ['es', 'Constancia de consentimiento'],
      ['pt', 'Comprovante de consentimento'],
      ['en', 'Record of consent'],
    ] as const) {
      const page = await service().ask(`/v1/people/${proof.person}/proof?language=${language}`, {
        key: service().keys.people,
        headers: { accept: 'text/html' },
      })
      expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') })
      expect(page.text).toContain(word)
      expect(page.text).toContain(proof.events[0]?.leaf)
    }
  })

  test('is of nobody where nobody is known', async () => {
    const answer = await service().ask(`/v1/people/per_${'ab'.repeat(16)}/proof`, {
      key: service().keys.people,
    })
    expect(answer).toMatchObject({ status: 404, problem: 'person-not-found' })
  })
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isInner = (one: unknown): boolean => typeof one === 'object' && one !== null

/** The names of all that is no object and no list of objects. */
const fieldsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(fieldsIn)
  if (!isInner(value)) return []
  return Object.entries(value as object).flatMap(([name, inner]) => {
    return (Array.isArray(inner) ? inner.some(isInner) : isInner(inner)) ? fieldsIn(inner) : [name]
  })
}
