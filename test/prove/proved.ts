import { type TestContext, expect } from 'vitest'
import type { Finding, Proof } from '../../bench/proof.ts'
import type { EngineName } from '../../server/store/engine.ts'
import { openDatabase } from '../support/databases.ts'

/** How long a shortened proof may take on a machine that does much else besides. */
export const PATIENCE = { timeout: 120_000 }

/** Runs a proof with its small numbers; skips the test where the proof cannot look, and expects no fault. */
export const prove = async <Size>(
  proof: Proof<Size>,
  engine: EngineName,
  { skip }: TestContext,
): Promise<Extract<Finding, { kind: 'looked' }>['figures']> => {
  const { short: size } = proof
  const finding = await proof.prove({ engine, open: openDatabase, size, progress: () => {} })
  if (finding.kind === 'skipped') return skip(finding.why)
  expect(finding.faults).toEqual([])
  return finding.figures
}
