import { sql } from 'kysely'
import type { Funnel } from '../../consent/campaign.ts'
import type { KeptLink, LinkMemory, LinkRecords, LinkUse, NewLink } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { idBytes, linkOf } from './rows.ts'
import type { Db } from './schema.ts'

/** The company that a link is of, or null. */
export const ownerOfLink = async (db: Db, hash: string): Promise<string | null> => {
  const row = await db
    .selectFrom('links')
    .select('company')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.company ?? null
}

/** What is known of one company's links. */
export const linkMemory = (db: Db, company: string, seal: CompanySeal): LinkMemory => ({
  link: (hash) => linkNamed(db, company, seal, hash),
  funnel: (campaign) => funnelOf(db, company, campaign),
})

/** What can be written about links. */
export const linkRecords = (db: Db, company: string, seal: CompanySeal): LinkRecords => ({
  keepLink: (link) => keepLink(db, company, seal, link),
  useLink: (hash, use) => useLink(db, company, hash, use),
  noteLinkOpened: (hash, at) => note(db, company, hash, 'opened_at', at),
  noteLinkRefused: (hash, at) => note(db, company, hash, 'refused_at', at),
})

const linkNamed = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  hash: string,
): Promise<KeptLink | null> => {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('company', '=', company)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? linkOf(row, seal.unseal('links', hash, row.recipient)) : null
}

const keepLink = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  link: NewLink,
): Promise<void> => {
  await db
    .insertInto('links')
    .values({
      company,
      hash: link.hash,
      person: idBytes(link.person),
      recipient: seal.seal('links', link.hash, Buffer.from(JSON.stringify(link.recipient))),
      key_id: seal.keyId,
      campaign: link.campaign,
      form: link.form,
      notice: link.notice,
      language: link.language,
      channel: link.channel,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      opened_at: null,
      used_at: null,
      refused_at: null,
      corrected: 0,
      submission: null,
    })
    .execute()
}

const useLink = async (
  db: Db,
  company: string,
  hash: string,
  { at, isCorrected, submission }: LinkUse,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('links')
    .set({ used_at: at, corrected: isCorrected ? 1 : 0, submission })
    .where('company', '=', company)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const note = async (
  db: Db,
  company: string,
  hash: string,
  what: 'opened_at' | 'refused_at',
  at: number,
): Promise<void> => {
  await db
    .updateTable('links')
    .set({ [what]: at })
    .where('company', '=', company)
    .where('hash', '=', hash)
    .where(what, 'is', null)
    .execute()
}

const funnelOf = async (db: Db, company: string, campaign: string): Promise<Funnel | null> => {
  const counted = await db
    .selectFrom('links')
    .leftJoin('submissions', (join) =>
      join
        .onRef('submissions.company', '=', 'links.company')
        .onRef('submissions.id', '=', 'links.submission'),
    )
    .select((eb) => [
      eb.fn.countAll<number | string>().as('sent'),
      eb.fn.count<number | string>('links.opened_at').as('opened'),
      eb.fn.count<number | string>('links.used_at').as('agreed'),
      eb.fn.count<number | string>('links.refused_at').as('refused'),
      eb.fn.sum<number | string | null>('links.corrected').as('corrected'),
      sql<number | string>`count(case when links.used_at is not null
        and (links.submission is null or submissions.confirmed_by is not null) then 1 end)`.as(
        'confirmed',
      ),
    ])
    .where('links.company', '=', company)
    .where('links.campaign', '=', campaign)
    .executeTakeFirstOrThrow()
  if (Number(counted.sent) === 0) return null
  return {
    sent: Number(counted.sent),
    opened: Number(counted.opened),
    agreed: Number(counted.agreed),
    confirmed: Number(counted.confirmed),
    refused: Number(counted.refused),
    corrected: Number(counted.corrected),
  }
}
