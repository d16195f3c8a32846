import type { Drawing } from './drawing.ts'

/** Says that the words are others than those that were ticked, where the focus goes. */
export const NoticeChanged = ({ state, texts }: Drawing<'filling-in' | 'sending'>) =>
  state.screen === 'filling-in' &&
  state.hasNoticeChanged && (
    <p id="notice" class="news" tabIndex={-1}>
      {texts.noticeChanged}
    </p>
  )
