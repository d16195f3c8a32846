import type { AnswerClaim, AnswerClaimed, KeptAnswer } from '../answers.ts'
import type { CompanySeal } from './company-seal.ts'
import { keptAnswerOf } from './rows.ts'
import type { AnswerTable, Db } from './schema.ts'

/**
 * Takes a request that may come again. The caller holds the lock of its name, so that of two that come at once
 * the second sees the first. A claim whose lease is over was left by a process that ended: it is taken up again,
 * under the instant at which it was first begun.
 */
export const claimAnswer = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  claim: AnswerClaim,
): Promise<AnswerClaimed> => {
  const { name, fingerprint, at, leaseUntil } = claim
  const known = await answerNamed(db, company, name)
  const row = known && known.since > claim.notBefore ? known : null
  if (row && row.fingerprint !== fingerprint) return { state: 'other-content' }
  if (row?.body) {
    return { state: 'answered', answer: keptAnswerOf(seal.unseal('answers', name, row.body)) }
  }
  if (row && row.lease_until > at) return { state: 'in-use' }
  const since = row ? row.since : at
  const begun = {
    fingerprint,
    since,
    lease_until: leaseUntil,
    body: null,
    key_id: seal.keyId,
  }
  await db
    .insertInto('answers')
    .values({ company, name, ...begun })
    .onConflict((it) => it.columns(['company', 'name']).doUpdateSet(begun))
    .execute()
  return { state: 'ours', since }
}

const answerNamed = async (
  db: Db,
  company: string,
  name: string,
): Promise<AnswerTable | undefined> =>
  db
    .selectFrom('answers')
    .selectAll()
    .where('company', '=', company)
    .where('name', '=', name)
    .executeTakeFirst()

/** Keeps what a claimed request was answered with, sealed: it may tell of a person. */
export const keepAnswer = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  name: string,
  answer: KeptAnswer,
): Promise<void> => {
  await db
    .updateTable('answers')
    .set({ body: seal.seal('answers', name, Buffer.from(JSON.stringify(answer))) })
    .where('company', '=', company)
    .where('name', '=', name)
    .execute()
}

/** Gives a claim up, unless it was answered. */
export const dropAnswer = async (db: Db, company: string, name: string): Promise<void> => {
  await db
    .deleteFrom('answers')
    .where('company', '=', company)
    .where('name', '=', name)
    .where('body', 'is', null)
    .execute()
}

/** Deletes what was begun by then. */
export const forgetAnswers = async (db: Db, company: string, begunBy: number): Promise<void> => {
  await db
    .deleteFrom('answers')
    .where('company', '=', company)
    .where('since', '<=', begunBy)
    .execute()
}
