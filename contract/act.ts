import * as v from 'valibot'
import type * as parts from '../consent/event.ts'
import { HEARD_BY, SOURCES } from '../consent/event.ts'
import { PROOFS } from '../consent/proof.ts'
import { MEANINGS } from '../consent/read-message.ts'
import { BURST_SIGNS } from '../consent/typed-stops.ts'
import type { MembersOf } from './members-of.ts'

type ActOf<Kind extends parts.Act['kind']> = Extract<parts.Act, { readonly kind: Kind }>

const Names = v.array(v.string())
const Sender = v.pipe(v.string(), v.description('The id of one of your senders.'))
const Senders = v.pipe(Names, v.description('The senders that it holds for.'))
const Source = v.pipe(v.picklist(SOURCES), v.description('Where the act was taken.'))

const granted = {
  categories: v.pipe(Names, v.description('The categories that were agreed to.')),
  senders: Senders,
  form: v.nullable(v.pipe(v.string(), v.description('The form that asked.'))),
  notice: v.nullable(
    v.pipe(
      v.string(),
      v.description('The SHA-256 of the notice; null where the words were yours.'),
    ),
  ),
  piece: v.optional(
    v.pipe(v.string(), v.description('The piece of the kit whose code was sent: `poster-a4`.')),
  ),
} satisfies MembersOf<parts.Grant>

const Import = v.optional(
  v.pipe(v.string(), v.description('Your own name of the import that it came with.')),
)

const plain = <Kind extends string>(kind: Kind) => v.object({ kind: v.literal(kind) })

const atSender = <Kind extends string>(kind: Kind) =>
  v.object({ kind: v.literal(kind), sender: Sender })

/** What happened. Nothing in it tells who the person is. */
export const Act = v.variant('kind', [
  v.object({
    kind: v.literal('opt_in'),
    proof: v.pipe(v.picklist(PROOFS), v.description('How it is known to be this person.')),
    source: Source,
    ...granted,
    refused: v.pipe(Names, v.description('Categories that were refused in the same act.')),
    import: Import,
  } satisfies MembersOf<ActOf<'opt_in'>>),
  v.object({
    kind: v.literal('opt_out'),
    source: Source,
    categories: v.nullable(
      v.pipe(Names, v.description('The categories that were refused; null: everything.')),
    ),
    senders: Senders,
    import: Import,
  } satisfies MembersOf<ActOf<'opt_out'>>),
  v.object({
    kind: v.literal('message'),
    sender: Sender,
    heardBy: v.pipe(v.picklist(HEARD_BY), v.description('How the message came to Quiero.')),
    meaning: v.picklist(MEANINGS),
    stops: v.pipe(v.boolean(), v.description('Whether it stops everything at this sender.')),
    granted: v.nullable(v.object(granted)),
    revoked: v.pipe(Names, v.description('Categories that it revokes.')),
  } satisfies MembersOf<ActOf<'message'>>),
  atSender('platform_stop'),
  atSender('platform_resume'),
  atSender('provider_block'),
  plain('identity_conflict'),
  plain('identity_settled'),
  v.object({
    kind: v.literal('erased'),
    senders: Senders,
  } satisfies MembersOf<ActOf<'erased'>>),
  v.object({
    kind: v.literal('opt_out_burst'),
    form: v.pipe(v.string(), v.description('The form at which more is typed than people type.')),
    by: v.pipe(v.picklist(BURST_SIGNS), v.description('By what it is seen.')),
  } satisfies MembersOf<ActOf<'opt_out_burst'>>),
]) satisfies v.GenericSchema<unknown, parts.Act>

/** What an act can be. */
export const ACT_KINDS = Act.options.map(({ entries }) => entries.kind.literal)

const some = (text: string) => v.optional(v.pipe(v.string(), v.description(text)))

/** What proves an event: the person's own data, sealed in the store. */
export const Evidence = v.object({
  phone: some('E.164.'),
  bsuid: some('Meta’s business-scoped user id.'),
  email: some('The mailbox it came from.'),
  external: some('Your own id of the person.'),
  text: some('The words the person wrote, where they mattered.'),
  button: some('What the button that was pressed carries.'),
  code: some('The link code that tied a message to a form.'),
  ip: some('The address that the form was handed in from.'),
  userAgent: some('The browser that it was handed in with.'),
  page: some('The page, without its query.'),
  language: some('The language that the words were in.'),
  source: some('Where you have an imported act from.'),
  details: v.optional(
    v.pipe(
      v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
      v.description('What you added: an order number, an agent.'),
    ),
  ),
} satisfies MembersOf<parts.Evidence>)
