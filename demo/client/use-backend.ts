import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Asked, BackendView, PanelNote, PanelSetting, StageNote } from '../shapes.ts'
import type { Language } from '../../consent/company.ts'

const EVERY_MS = 1000

/** What the panel shows, and about whom. */
export type Backend = {
  readonly language: Language
  readonly asked: Asked | null
  readonly ask: (asked: Asked) => void
  /** Null until the first answer, and while another person is being looked up. */
  readonly view: BackendView | null
  readonly isReachable: boolean
}

/** Asks the shop's backend about a person, again and again; the stage may say about whom. */
export const useBackend = (setting: PanelSetting): Backend => {
  const [language, setLanguage] = useState(setting.language)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [turn, setTurn] = useState(0)
  const [view, setView] = useState<BackendView | null>(null)
  const [isReachable, setReachable] = useState(true)
  const seen = useRef('')
  const stage = useRef('')

  // Before the page counts as loaded: the stage speaks then, and an effect may come later.
  useLayoutEffect(() => {
    const hear = (event: MessageEvent<Partial<StageNote> | null>): void => {
      if (event.source !== parent || !setting.stageOrigins.includes(event.origin)) return
      const note = event.data
      if (note?.about !== 'quiero-demo') return
      stage.current = event.origin
      if (note.language) setLanguage(note.language)
      if (note.asked) setAsked(note.asked)
      setTurn(note.turn ?? 0)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])

  const key = JSON.stringify(asked)
  useEffect(() => setView(null), [key])

  useEffect(() => {
    if (asked === null) return undefined
    let isOver = false
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return
      const found = await askBackend(asked)
      if (isOver) return
      setReachable(found !== null)
      setView(found)
      if (found === null) return
      const known = `${key} ${found.events.length}`
      if (seen.current.startsWith(key) && seen.current !== known) tellStage(stage.current)
      seen.current = known
    }
    void look()
    const clock = setInterval(() => void look(), EVERY_MS)
    return () => {
      isOver = true
      clearInterval(clock)
    }
  }, [key, turn])

  return { language, asked, ask: setAsked, view, isReachable }
}

const askBackend = async (person: Asked): Promise<BackendView | null> => {
  try {
    const response = await fetch('/backend/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person }),
    })
    const view: BackendView | null = response.ok ? await response.json() : null
    return view
  } catch {
    return null
  }
}

const tellStage = (origin: string): void => {
  if (origin !== '')
    parent.postMessage({ about: 'quiero-demo', changed: true } satisfies PanelNote, origin)
}
