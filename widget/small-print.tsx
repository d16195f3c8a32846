import type { Drawing } from './drawing.ts'
import { safeLink } from './safe-link.ts'
import { StopLink } from './stop-link.tsx'

/** What a notice must say beside what it asks, and the way out. */
export const SmallPrint = (drawing: Drawing<'filling-in' | 'sending'>) => {
  const { notice } = drawing.state.view
  return (
    <footer>
      <p>
        {notice.howToStop} {notice.notCondition}
      </p>
      <a class="link" href={safeLink(notice.privacy.url)} target="_blank" rel="noopener">
        {notice.privacy.text}
      </a>
      <p>{notice.trademark}</p>
      <StopLink {...drawing} />
    </footer>
  )
}
