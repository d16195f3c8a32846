import type * as v from 'valibot'
import { expectTypeOf, test } from 'vitest'
import type * as answers from '../../client/answers.ts'
import type * as questions from '../../client/questions.ts'
import type { FeedEvent, FeedShown } from '../../contract/events.ts'
import type { Person } from '../../contract/identity.ts'
import type { MaySendAnswer, AskMaySend } from '../../contract/may-send.ts'
import type { HandInMessage, MessageHeard } from '../../contract/message.ts'
import type { OptInRecorded, RecordOptIn } from '../../contract/opt-in.ts'
import type { OptOutRecorded, RecordOptOut } from '../../contract/opt-out.ts'
import type { EventShown, PersonShown, SettlePerson } from '../../contract/people.ts'

// The client's types are written out, so that whoever reads them needs nothing else. The compiler holds them to the contract.
test('the client asks for what the contract takes', () => {
  type Input<Schema extends v.GenericSchema> = v.InferInput<Schema>
  expectTypeOf<questions.Person>().toExtend<Input<typeof Person>>()
  expectTypeOf<Input<typeof Person>>().toExtend<questions.Person>()
  expectTypeOf<questions.MaySendQuestion>().toExtend<Input<typeof AskMaySend>>()
  expectTypeOf<Input<typeof AskMaySend>>().toExtend<questions.MaySendQuestion>()
  expectTypeOf<Writable<questions.OptIn>>().toExtend<Input<typeof RecordOptIn>>()
  expectTypeOf<keyof questions.OptIn | 'phone'>().toEqualTypeOf<keyof Input<typeof RecordOptIn>>()
  expectTypeOf<Writable<questions.OptOut>>().toExtend<Input<typeof RecordOptOut>>()
  expectTypeOf<keyof questions.OptOut>().toEqualTypeOf<keyof Input<typeof RecordOptOut>>()
  expectTypeOf<questions.InboundMessage>().toExtend<Input<typeof HandInMessage>>()
  expectTypeOf<Input<typeof HandInMessage>>().toExtend<questions.InboundMessage>()
  expectTypeOf<questions.Settlement>().toExtend<Input<typeof SettlePerson>>()
  expectTypeOf<Input<typeof SettlePerson>>().toExtend<questions.Settlement>()
})

test('the client gives what the contract answers', () => {
  expectTypeOf<answers.Decision>().toExtend<MaySendAnswer>()
  expectTypeOf<keyof MaySendAnswer>().toEqualTypeOf<keyof answers.Decision>()
  expectTypeOf<MaySendAnswer['reason']>().toEqualTypeOf<answers.Decision['reason']>()
  expectTypeOf<OptInRecorded>().toEqualTypeOf<answers.ActRecorded>()
  expectTypeOf<OptOutRecorded>().toEqualTypeOf<answers.ActRecorded>()
  expectTypeOf<MessageHeard>().toEqualTypeOf<answers.MessageHeard>()
  expectTypeOf<PersonShown>().toEqualTypeOf<answers.PersonStatus>()
  expectTypeOf<EventShown>().toEqualTypeOf<answers.PersonEvent>()
  expectTypeOf<FeedEvent>().toExtend<answers.FeedEvent>()
  expectTypeOf<keyof answers.FeedEvent>().toEqualTypeOf<keyof FeedEvent>()
  expectTypeOf<FeedShown['cursor' | 'more']>().toEqualTypeOf<answers.FeedPage['cursor' | 'more']>()
})

type Writable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer One)[] | undefined
    ? One[] | Exclude<T[Key], readonly One[]>
    : T[Key]
}
