import { type RawBuilder, sql } from 'kysely'
import { stricterKind, type Kind } from '../../consent/category.ts'
import type { TemplateNews } from '../ports.ts'
import { prepare, slot } from './prepared.ts'
import type { Db, TemplateTable } from './schema.ts'
import { isStorable } from './storable.ts'

/**
 * Keeps what is news of a template. Category and status each keep their latest; of two categories of the same
 * instant the stricter stays, and of two statuses the greater word, so that the order in which they come is
 * nothing. The caller has locked the name.
 */
export const keepTemplate = async (db: Db, company: string, news: TemplateNews): Promise<void> => {
  const { account, name, language } = news
  const key = { company, account, name, language: language ?? '' }
  const known = await db
    .selectFrom('templates')
    .selectAll()
    .where('company', '=', company)
    .where('account', '=', account)
    .where('name', '=', name)
    .where('language', '=', key.language)
    .executeTakeFirst()
  const before = known ?? { category: null, category_at: 0, status: null, status_at: 0 }
  const values = { ...categoryOf(before, news), ...statusOf(before, news) }
  await db
    .insertInto('templates')
    .values({ ...key, ...values })
    .onConflict((it) => it.columns(['company', 'name', 'account', 'language']).doUpdateSet(values))
    .execute()
}

type Category = Pick<TemplateTable, 'category' | 'category_at'>
type Status = Pick<TemplateTable, 'status' | 'status_at'>

const categoryOf = ({ category, category_at }: Category, news: TemplateNews): Category => {
  const isOlder = news.category === null || news.at < category_at
  if (isOlder) return { category, category_at }
  const stays = news.at === category_at && category !== null && news.category !== null
  return {
    category: stays ? stricterKind(category, news.category) : news.category,
    category_at: news.at,
  }
}

const statusOf = ({ status, status_at }: Status, news: TemplateNews): Status => {
  const isOlder = news.status === null || news.at < status_at
  const isLess = news.at === status_at && status !== null && status > (news.status ?? '')
  return isOlder || isLess ? { status, status_at } : { status: news.status, status_at: news.at }
}

const named = (of: RawBuilder<unknown>) =>
  prepare<
    { company: string; name: string; account: string | null },
    Pick<TemplateTable, 'category'>
  >(
    sql<Pick<TemplateTable, 'category'>>`
    select category from templates
    where company = ${slot('company')} and name = ${slot('name')} ${of}`,
  )

const namedAnywhere = named(sql``)
const namedInAccount = named(sql`and account = ${slot('account')}`)

/** The strictest category of a name in any language of an account, or of every account where none is given. */
export const templateKindOf = async (
  db: Db,
  company: string,
  account: string | null,
  name: string,
): Promise<Kind | null> => {
  if (!isStorable(name)) return null
  const question = account === null ? namedAnywhere : namedInAccount
  const { rows } = await question(db, { company, name, account })
  return rows.reduce<Kind | null>(
    (strictest, { category }) =>
      strictest && category ? stricterKind(strictest, category) : (strictest ?? category),
    null,
  )
}
