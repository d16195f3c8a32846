import { AGAIN_REACTIONS } from './again-reactions.ts'
import { Confirmed } from './confirmed.tsx'
import { Confirming } from './confirming.tsx'
import { Ending } from './endings.tsx'
import { findView } from './find-view.ts'
import { COUNTRY_REACTIONS } from './country-reactions.ts'
import { laterEffects } from './later-effects.ts'
import { LATER_REACTIONS } from './later-reactions.ts'
import style from './later.css?inline'
import type { LaterPart } from './part.ts'
import { PhoneExtras } from './phone-extras.tsx'
import { Stopping } from './stopping.tsx'

/** What comes once the form has been left. Loaded while the person is still filling it in. */
export const MORE: LaterPart = {
  screens: (later) => ({
    continue: (drawing) => <Confirming {...drawing} later={later} />,
    waiting: (drawing) => <Confirming {...drawing} later={later} />,
    unwatched: (drawing) => <Confirming {...drawing} later={later} />,
    confirmed: (drawing) => <Confirmed {...drawing} later={later} />,
    expired: (drawing) => <Ending {...drawing} later={later} />,
    declined: (drawing) => <Ending {...drawing} later={later} />,
    stopped: (drawing) => <Ending {...drawing} later={later} />,
    'opting-out': (drawing) => <Stopping {...drawing} later={later} />,
    'sending-stop': (drawing) => <Stopping {...drawing} later={later} />,
  }),
  findView,
  reactions: { ...LATER_REACTIONS, ...AGAIN_REACTIONS, ...COUNTRY_REACTIONS },
  extras: (later) => ({
    phone: (drawing) => <PhoneExtras {...drawing} later={later} />,
  }),
  style,
  effects: laterEffects,
}
