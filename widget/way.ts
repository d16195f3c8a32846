import type { FormHandedIn } from '../contract/opt-in.ts'
import type { Base, Way } from './screens.ts'

/** The ways, in the order in which they are shown. */
export const WAYS = ['whatsapp', 'sms', 'email'] as const satisfies readonly Way[]

/** A way, and the link that opens it. */
export type OpenWay = { readonly way: Way; readonly link: string }

/** The ways that a form offers now: with the code where it has come, else with the ticked categories. */
export const waysOf = (base: Base, draft: FormHandedIn | null): readonly OpenWay[] =>
  WAYS.flatMap((way) => {
    const link = draft?.links[way] ?? plainLink(base, way)
    return link ? { way, link } : []
  })

/** The keyword and exactly the ticked categories, which needs no server of ours. */
export const plainLink = ({ view, entry }: Base, way: Way): string | null => {
  const begun = view.ways[way]
  return begun && [begun, ...entry.ticked].join('%20')
}
