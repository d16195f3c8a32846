import { checkpointText, isCheckpointDue } from '../../consent/checkpoint.ts'
import type { Checkpoint, Deps } from '../ports.ts'

/** What signs a company's log, and under which name: the server's address and the company. */
export const logKeyOf = ({ logKeys, publicUrl }: Deps, company: string) =>
  logKeys.of(company, `${new URL(publicUrl).host}/${company}`)

/** Keeps the hashes over what has come to a log, and signs it when that is due. True where there is more to do. */
export const tendLog = async (deps: Deps, company: string): Promise<boolean> => {
  const memory = deps.memory.of(company)
  const isMore = await memory.write((records) => records.growLog())
  const [size, last] = [await memory.logSize(), await memory.checkpoint()]
  if (isCheckpointDue(size, last, deps.now())) await signLog(deps, company)
  return isMore
}

/** Signs a log as it stands; null while it is empty. */
export const signLog = async (deps: Deps, company: string): Promise<Checkpoint | null> => {
  const memory = deps.memory.of(company)
  const [size, last] = [await memory.logSize(), await memory.checkpoint()]
  if (size === 0 || size === last?.size) return last
  const [root = new Uint8Array()] = await memory.logHashes([{ begin: 0, end: size }])
  const key = logKeyOf(deps, company)
  const text = checkpointText(key.origin, size, Buffer.from(root).toString('base64'))
  const checkpoint = { size, at: deps.now(), note: key.sign(text) }
  await memory.write((records) => records.keepCheckpoint(checkpoint))
  return checkpoint
}
