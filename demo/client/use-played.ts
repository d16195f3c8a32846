import { useEffect, useState } from 'preact/hooks'
import { isVoiceName, type VoiceName } from '../voices/names.ts'

/** The provider that the demo plays. */
export type Played = {
  readonly name: VoiceName
  readonly isChanging: boolean
  readonly playAs: (name: VoiceName) => Promise<void>
}

const ADDRESS = '/demo/phone/provider'

/** Asks which provider is played, and changes it. What the server says counts, also where it refuses. */
export const usePlayed = (onPlayed: (name: VoiceName) => void): Played => {
  const [name, setName] = useState<VoiceName>('whatsapp-cloud')
  const [isChanging, setChanging] = useState(false)

  const ask = async (request: RequestInit = {}): Promise<void> => {
    const played = await nameFrom(request)
    if (played === null) return
    setName(played)
    onPlayed(played)
  }
  useEffect(() => void ask(), [])

  return {
    name,
    isChanging,
    playAs: async (wish) => {
      setChanging(true)
      await ask({
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name: wish }),
      })
      setChanging(false)
    },
  }
}

const nameFrom = async (request: RequestInit): Promise<VoiceName | null> => {
  try {
    const response = await fetch(ADDRESS, request)
    const { name }: { readonly name: string } = await response.json()
    return response.ok && isVoiceName(name) ? name : null
  } catch {
    return null
  }
}
