import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** What was heard from the page, as it was said. */
export type Heard = { readonly key: number; readonly text: string; readonly isKept: boolean }

/** Plays the app's own code: it hears the page, opens chats, and answers. */
export const useApp = (
  play: string,
): { readonly frame: RefObject<HTMLIFrameElement | null>; readonly heard: readonly Heard[] } => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [heard, setHeard] = useState<readonly Heard[]>([])

  useEffect(() => {
    setHeard([])
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || typeof data !== 'string') return
      const note: { kept?: string; type?: string; url?: string } = JSON.parse(data)
      const isKept = note.kept !== undefined
      setHeard((before) => [...before, { key: before.length, text: data, isKept }])
      if (note.type !== 'open') return
      void open(note.url ?? '').then((ok) =>
        frame.current?.contentWindow?.postMessage(
          JSON.stringify({ quiero: 1, type: 'opened', ok }),
          // The page may have no origin, and there is nothing in it that anybody may not know.
          '*',
        ),
      )
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [play])

  return { frame, heard }
}

/** Opens a chat in the phone of this page; an SMS or an e-mail has no app here. */
const open = async (url: string): Promise<boolean> => {
  if (!/^https?:/u.test(url)) return false
  const isChat = new URL(url).pathname.startsWith('/phone/')
  if (!isChat) return window.open(url) !== null
  return fetch(url, { mode: 'no-cors' }).then(
    () => true,
    () => false,
  )
}
