import { yesAt } from '../../consent/moment.ts'
import type { EventShown } from '../../contract/people.ts'
import type { RecordedEvent } from '../ports.ts'

/** An event as it is shown, without its evidence. */
export const shownEvent = ({
  event,
  position,
  leaf,
}: RecordedEvent): Omit<EventShown, 'evidence'> => ({
  id: event.id,
  at: new Date(yesAt(event.moment)).toISOString(),
  receivedAt: new Date(event.moment.receivedAt).toISOString(),
  act: event.act,
  position,
  leaf,
})
