import { install } from './install.ts'
import { MORE } from './more.tsx'
import { PLACE } from './place.tsx'
import { scan } from './scan.ts'
import { workOut } from './work.ts'

// Nothing is loaded later: what a page pins with `integrity` is all that ever runs.
install(null, () => Promise.reject(new Error('whole')), {
  more: MORE,
  place: PLACE,
  scan,
  work: workOut,
})
