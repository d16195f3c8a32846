import type { Drawing } from './drawing.ts'
import { WhatsAppMark } from './marks.tsx'
import { safeLink } from './safe-link.ts'
import { waysOf } from './way.ts'

/** Yes without typing a number: plain links, since the message itself brings the number. */
export const Ways = ({ state, texts, act }: Drawing<'filling-in' | 'sending'>) => {
  const ways = waysOf(state, 'draft' in state ? state.draft : null)
  return (
    ways.length > 0 && (
      <section aria-labelledby="ways">
        <p id="ways">{texts.orTap}</p>
        <div class="ways">
          {ways.map(({ way, link }) => (
            <a
              key={way}
              class="button"
              href={safeLink(link)}
              // The same frame, whatever the page's base says: in-app browsers swallow new windows (facts section 3).
              target="_self"
              onClick={(event) => {
                // A bare keyword would ask for everything.
                if (state.entry.ticked.length === 0) event.preventDefault()
                act({ kind: 'pressed-way', way, event })
              }}
            >
              {way === 'whatsapp' && <WhatsAppMark />}
              {texts[way]}
            </a>
          ))}
        </div>
      </section>
    )
  )
}
