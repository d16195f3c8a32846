/**
 * What a device must work out before a typed opt-out is taken in a burst. It asks nothing of the person, no picture
 * and no riddle: only a second or two of the device's time.
 */
export type WorkAsked = {
  /** As they were given, with whatever else stands there: they are signed. */
  readonly parameters: {
    readonly algorithm: string
    /** Hexadecimal, as the salt and the prefix are. */
    readonly nonce: string
    readonly salt: string
    /** Iterations of PBKDF2. */
    readonly cost: number
    /** In bytes. */
    readonly keyLength: number
    /** How the key begins that is sought. */
    readonly keyPrefix: string
    readonly data?: Readonly<Record<string, string | number | boolean | null>>
  }
  readonly signature: string
}

/** The work with what came of it. */
export type WorkDone = {
  readonly challenge: WorkAsked
  readonly solution: { readonly counter: number; readonly derivedKey: string }
}

/** Asks for work, and looks whether it was done. */
export type Work = {
  /** New work for one thing that is asked for. It can be handed in for ten minutes. */
  ask(subject: string): Promise<WorkAsked>
  /** The name of the work, if it was asked for this thing and is done; else null. It never throws. */
  nameIfDone(subject: string, done: WorkDone): Promise<string | null>
}
