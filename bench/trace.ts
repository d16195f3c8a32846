/** One system call of a trace, from the line where it began to the line where it ended. */
export type SystemCall = {
  readonly begun: number
  readonly ended: number
  readonly name: string
  /** What the call worked on, as `strace -yy` prints it: a path, or both ends of a connection. */
  readonly on: string
  /** The rest of the line. */
  readonly text: string
  readonly result: number
}

const READS = ['read', 'readv', 'recvfrom', 'recvmsg']
const WRITES = ['write', 'writev', 'sendto', 'sendmsg', 'pwrite64', 'pwritev']
const SYNCS = ['fsync', 'fdatasync']

/** The calls to trace: all ways in which bytes come, go and reach the disk. */
export const TRACED = [...READS, ...WRITES, ...SYNCS]

const WHOLE = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/u
const BEGUN = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/u
const ENDED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/u
const PLACE = /^\d+<(.*?)>(?:,|$)/u

type Begun = { readonly at: number; readonly text: string }

/** Reads what `strace -f -yy` wrote, in the order in which the calls ended. */
export const readTrace = (trace: string): readonly SystemCall[] => {
  // Another thread may come between a call's beginning and its end; they are then two lines.
  const open = new Map<string, Begun>()
  return trace.split('\n').flatMap((line, at): readonly SystemCall[] => {
    const begun = BEGUN.exec(line)
    if (begun) open.set(threadCall(begun), { at, text: begun[3] ?? '' })
    const whole = WHOLE.exec(line)
    if (whole) return [callOf(whole, { at, text: '' }, at)]
    const ended = ENDED.exec(line)
    return ended ? [callOf(ended, open.get(threadCall(ended)) ?? { at, text: '' }, at)] : []
  })
}

const threadCall = (match: RegExpExecArray): string => `${match[1]} ${match[2]}`

const callOf = ([, , name = '', rest = '', result]: RegExpExecArray, begun: Begun, at: number) => {
  const text = `${begun.text}${rest}`
  const on = PLACE.exec(text)?.[1] ?? ''
  return { begun: begun.at, ended: at, name, on, text, result: Number(result) }
}

const isRead = ({ name }: SystemCall): boolean => READS.includes(name)
const isWrite = ({ name }: SystemCall): boolean => WRITES.includes(name)
const isSync = ({ name, result }: SystemCall): boolean => SYNCS.includes(name) && result === 0
const isLog = ({ on }: SystemCall): boolean => on.endsWith('-wal')
const isSocket = ({ on }: SystemCall): boolean => on.startsWith('TCP')

/** What a trace says of the acknowledgements in it. */
export type Judgement = {
  readonly acknowledgements: number
  readonly logWrites: number
  readonly syncs: number
  readonly faults: readonly string[]
}

/**
 * Judges every 2xx answer to a POST, where requests were sent one at a time: between reading the request and
 * writing the answer the write-ahead log was written, and synced after its last write.
 */
export const judge = (calls: readonly SystemCall[]): Judgement => {
  const log = calls.filter(isLog)
  const answers = calls.filter(
    (call) => isSocket(call) && isWrite(call) && /"HTTP\/1\.1 2/u.test(call.text),
  )
  const faults: string[] = []
  let acknowledgements = 0
  for (const answer of answers) {
    const asked = requestOf(calls, answer)
    if (!asked) continue
    acknowledgements += 1
    const between = log.filter(({ begun }) => begun > asked.ended && begun < answer.begun)
    const fault = faultIn(between, answer)
    if (fault !== null) faults.push(`acknowledgement ${acknowledgements}: ${fault}`)
  }
  const logWrites = log.filter(isWrite).length
  return { acknowledgements, logWrites, syncs: log.filter(isSync).length, faults }
}

/** The POST that an answer answers: the last that was read from the same connection before it. */
const requestOf = (calls: readonly SystemCall[], answer: SystemCall): SystemCall | undefined =>
  calls.findLast(
    (call) =>
      call.on === answer.on &&
      call.ended < answer.begun &&
      isRead(call) &&
      call.text.includes('"POST /'),
  )

const faultIn = (log: readonly SystemCall[], answer: SystemCall): string | null => {
  const written = log.findLast(isWrite)
  if (!written) return 'nothing was written to the log before it'
  const isSynced = log.some(
    (call) => isSync(call) && call.begun > written.ended && call.ended < answer.begun,
  )
  return isSynced ? null : 'the log was not synced between its last write and the answer'
}
