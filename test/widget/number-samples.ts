/** A source of chance that gives the same numbers on every run. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Maker = () => string

/** Makes texts that match a pattern of the phone library: digits, classes, groups, choices and counts. */
export const makerOf = (pattern: string, random: () => number): Maker => {
  let at = 0
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const digit = (): string => String(Math.floor(random() * 10))

  const choice = (): Maker => {
    const branches = [sequence()]
    while (pattern[at] === '|') {
      at += 1
      branches.push(sequence())
    }
    return () => pick(branches)?.() ?? ''
  }

  const sequence = (): Maker => {
    const parts: Maker[] = []
    while (at < pattern.length && !'|)'.includes(pattern.charAt(at))) parts.push(counted(atom()))
    return () => parts.map((part) => part()).join('')
  }

  const atom = (): Maker => {
    const first = pattern.charAt(at)
    at += 1
    if (first === '(') {
      if (pattern.startsWith('?:', at)) at += 2
      const inner = choice()
      at += 1
      return inner
    }
    if (first === '\\') {
      at += 1
      return digit
    }
    if (first !== '[') return () => first
    const end = pattern.indexOf(']', at)
    const members = membersOf(pattern.slice(at, end))
    at = end + 1
    return () => pick(members) ?? ''
  }

  const counted = (part: Maker): Maker => {
    const [, all = '', least = '1', most = least] =
      /^(\?|\{(\d+)(?:,(\d+))?\})/u.exec(pattern.slice(at)) ?? []
    at += all.length
    const [low, high] = all === '?' ? [0, 1] : [Number(least), Number(most)]
    return () => {
      const times = low + Math.floor(random() * (high - low + 1))
      return Array.from({ length: times }, part).join('')
    }
  }

  return choice()
}

const membersOf = (characters: string): readonly string[] =>
  [...characters.matchAll(/(\d)(?:-(\d))?/gu)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
      String(Number(from) + index),
    ),
  )
