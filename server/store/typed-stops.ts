import type { TypedStops } from '../../consent/typed-stops.ts'
import type { Db } from './schema.ts'

/** Counts an opt-out that was typed at a form, and forgets what was counted before an hour. */
export const countTypedStop = async (
  db: Db,
  company: string,
  form: string,
  hour: number,
  forgetBefore: number,
): Promise<void> => {
  await db
    .insertInto('typed_stops')
    .values({ company, form, hour, stops: 1 })
    .onConflict((it) =>
      it
        .columns(['company', 'form', 'hour'])
        .doUpdateSet((eb) => ({ stops: eb('typed_stops.stops', '+', 1) })),
    )
    .execute()
  await db
    .deleteFrom('typed_stops')
    .where('company', '=', company)
    .where('form', '=', form)
    .where('hour', '<', forgetBefore)
    .execute()
}

/** How many were counted in an hour, and in all the hours before it, as many as asked for. */
export const typedStops = async (
  db: Db,
  company: string,
  form: string,
  hour: number,
  before: number,
): Promise<TypedStops> => {
  const rows = await db
    .selectFrom('typed_stops')
    .select(['hour', 'stops'])
    .where('company', '=', company)
    .where('form', '=', form)
    .where('hour', '>=', hour - before)
    .where('hour', '<=', hour)
    .execute()
  const sum = (of: typeof rows) => of.reduce((total, { stops }) => total + stops, 0)
  return {
    thisHour: sum(rows.filter((row) => row.hour === hour)),
    before: sum(rows.filter((row) => row.hour < hour)),
  }
}
