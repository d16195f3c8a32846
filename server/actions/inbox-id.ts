import type { Deps, StoredCompany } from '../ports.ts'

/** The same for the same body, so that one that is sent again before it is heard is kept once. */
export const inboxIdOf = (
  { ids }: Pick<Deps, 'ids'>,
  { document }: StoredCompany,
  body: Uint8Array,
): string =>
  ids.eventOf(document.id, `inbox|${Buffer.from(body).toString('latin1')}`).replace('evt_', 'inb_')
