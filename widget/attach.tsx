import { Attached } from './attached.tsx'
import style from './attached.css?inline'
import { whileHere } from './here.ts'
import { mountWidget } from './mount.tsx'
import type { LaterPart, Stand } from './part.ts'
import { editPhone } from './phone-field.ts'
import { focus, on, stay } from './reaction.ts'
import type { Action, Reactions } from './screens.ts'
import { applyStyle } from './theme.ts'

/**
 * Stands a form beside the page's own phone field, which `data-attach` names. Its number is shown and sent when
 * the person says yes to it; the page's own form is neither read further nor touched.
 */
export const attach: Stand = (element, view, origin, files) => {
  const read = () => textOf(element.dataset['attach'] ?? '')
  const own = { ...files, more: async () => besideField(await files.more(), read) }
  const takeAway = mountWidget(element, view, origin, own, {
    'filling-in': (drawing) => <Attached {...drawing} read={read} />,
    sending: (drawing) => <Attached {...drawing} read={read} />,
  })
  if (element.shadowRoot) applyStyle(element.shadowRoot, style)
  return takeAway
}

/** What follows the form, with what is different beside a field of the page. */
const besideField = (more: LaterPart, read: () => string): LaterPart => ({
  ...more,
  reactions: { ...more.reactions, ...ATTACHED_REACTIONS },
  effects: (mounted, view) => {
    const { host, shadow, act, onGone } = mounted
    onGone(whileHere(shadow, () => follow(host, read, act)))
    // Nothing is sent before the person has said yes, not even a tick.
    return { ...more.effects(mounted, view), draft: () => {} }
  },
})

/** What stands in the page's field; nothing where there is none. */
const textOf = (selector: string): string => {
  try {
    const field = document.querySelector(selector)
    return field instanceof HTMLInputElement ? field.value : ''
  } catch {
    return ''
  }
}

/** Tells what stands in the page's field, now and whenever the page may have changed it. */
const follow = (
  element: HTMLElement,
  read: () => string,
  act: (action: Action) => void,
): (() => void) => {
  const look = () => act({ kind: 'page-number', text: read() })
  // What happens in the form itself is drawn by what follows on it.
  const lookOutside = ({ target }: Event) => {
    if (target !== element) look()
  }
  // At the document, since pages draw their fields anew.
  document.addEventListener('input', lookOutside)
  document.addEventListener('change', lookOutside)
  const begun = setTimeout(look)
  return () => {
    clearTimeout(begun)
    document.removeEventListener('input', lookOutside)
    document.removeEventListener('change', lookOutside)
  }
}

const ATTACHED_REACTIONS = {
  'page-number': on(['filling-in'], (state, { text }) => {
    const { entry, view } = state
    if (entry.page === null || entry.page === text) return stay(state)
    const edit = { text, caret: text.length, erased: null }
    const { caret: _, ...phone } = editPhone({ ...entry.phone, text: '' }, edit, view.countries)
    return stay({ ...state, entry: { ...entry, phone, page: text }, complaint: null })
  }),

  'own-number': on(['filling-in'], (state, { isAnew }) => {
    const { entry } = state
    const phone = isAnew ? { ...entry.phone, text: '' } : entry.phone
    const changed = { ...state, entry: { ...entry, phone, page: null } }
    return isAnew ? stay(changed, focus('phone')) : stay(changed)
  }),
} satisfies Reactions
