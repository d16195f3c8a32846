/** Looks for many byte strings at once; gives the places in the list of those that occur. */
export const searcherFor = (
  needles: readonly Buffer[],
): ((bytes: Buffer) => ReadonlySet<number>) => {
  // Two bytes tell quickly that nothing begins here: one pass over a file, however many are sought.
  const begins = new Uint8Array(65_536)
  const byBeginning = new Map<number, number[]>()
  for (const [at, needle] of needles.entries()) {
    const beginning = needle.readUInt16BE(0)
    begins[beginning] = 1
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), at])
  }
  return (bytes) => {
    const found = new Set<number>()
    for (let from = 0, beginning = bytes[0] ?? 0; from + 1 < bytes.length; from += 1) {
      beginning = ((beginning & 0xff) << 8) | (bytes[from + 1] ?? 0)
      if (begins[beginning] === 0) continue
      for (const at of byBeginning.get(beginning) ?? []) {
        const needle = needles[at]
        if (needle && !found.has(at) && occursAt(bytes, from, needle)) found.add(at)
      }
    }
    return found
  }
}

const occursAt = (bytes: Buffer, from: number, needle: Buffer): boolean =>
  bytes.compare(needle, 0, needle.length, from, Math.min(from + needle.length, bytes.length)) === 0
