import { canonicalJson } from '../../consent/canonical.ts'
import { readCheckpoint, type ReadCheckpoint } from '../../consent/checkpoint.ts'
import { leafForm } from '../../consent/leaf.ts'
import { rootOfInclusion, type Sha256 } from '../../consent/merkle.ts'
import type { ProofFile, ProvenEvent } from '../../consent/proof-file.ts'

/** What checking a proof takes from outside. */
export type Verifier = {
  readonly sha256: Sha256
  /** Whether an Ed25519 signature is a key's for a text. */
  readonly isSigned: (publicKey: Uint8Array, text: string, signature: Uint8Array) => boolean
}

/** What is wrong with a proof, in words. None: everything in it holds. */
export type Findings = readonly string[]

/** A key as https://c2sp.org/signed-note writes it. */
type Key = { readonly name: string; readonly id: string; readonly publicKey: Uint8Array }

const ED25519 = 1
const KEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u

/**
 * Checks a proof with nothing but itself: that its events are those of the signed log, that its notices are those
 * that they name, and that nothing in it was changed since it was made. `key` is the log's key as it is known from
 * elsewhere; without it a proof only agrees with itself.
 */
export const faultsOf = (verifier: Verifier, content: unknown, key?: string): Findings => {
  try {
    // Whatever is missing or of another kind throws where it is looked at, or is not what was signed.
    // eslint-disable-next-line typescript/no-unsafe-type-assertion -- as the line above says.
    const file = content as ProofFile
    return [
      ...(file.schema === 'quiero-proof/1' ? [] : ['It is no proof of this version.']),
      ...(key === undefined || file.key === key
        ? []
        : ['It was signed with another key than yours.']),
      ...faultsOfSignatures(verifier, file, key ?? file.key),
      ...faultsOfNotices(verifier, file),
      ...faultsOfRecords(file),
    ]
  } catch {
    return ['It is not a proof: something in it is missing or of another kind.']
  }
}

const faultsOfSignatures = (verifier: Verifier, file: ProofFile, keyText: string): Findings => {
  const key = readKey(verifier, keyText)
  if (!key) return ['The key is not one.']
  const { signature, ...rest } = file
  // One spelling of base64: its last letter has bits to spare.
  const isOne = base64Of(bytesOf(signature)) === signature
  if (!isOne || !verifier.isSigned(key.publicKey, canonicalJson(rest), bytesOf(signature))) {
    return ['It was changed since it was signed, or signed by somebody else.']
  }
  const checkpoint = readCheckpoint(file.checkpoint)
  if (!checkpoint || !isNoteSigned(verifier, checkpoint, key)) {
    return ['The checkpoint of the log is not signed with the key.']
  }
  return file.events.flatMap((event) => faultOfEvent(verifier, file, checkpoint, event))
}

const isNoteSigned = (verifier: Verifier, { text, signatures }: ReadCheckpoint, key: Key) =>
  signatures.some(({ name, signature }) => {
    const bytes = bytesOf(signature)
    const isKeys = name === key.name && hexOf(bytes.subarray(0, 4)) === key.id
    return isKeys && verifier.isSigned(key.publicKey, text, bytes.subarray(4))
  })

const faultOfEvent = (
  verifier: Verifier,
  { company }: ProofFile,
  checkpoint: ReadCheckpoint,
  proven: ProvenEvent,
): Findings => {
  const { event, evidence, salt, leaf, position, path } = proven
  const name = event.id
  if (salt !== null) {
    const form = leafForm(company, event, evidence, salt)
    if (hexOf(verifier.sha256(utf8(form))) !== leaf) return [`${name} is not what its leaf says.`]
  } else if (evidence !== null) {
    return [`${name} has evidence that nothing proves.`]
  }
  const root = rootOfInclusion(
    verifier.sha256,
    fromHex(leaf),
    position,
    checkpoint.size,
    path.map(bytesOf),
  )
  const isThere = root !== null && base64Of(root) === checkpoint.root
  return isThere ? [] : [`${name} does not stand in the log that was signed.`]
}

const faultsOfNotices = ({ sha256 }: Verifier, { notices }: ProofFile): Findings =>
  notices.flatMap(({ hash, notice }) =>
    hexOf(sha256(utf8(canonicalJson(notice)))) === hash
      ? []
      : [`The notice ${hash.slice(0, 12)}… is not the one of that name.`],
  )

const faultsOfRecords = ({ events, records }: ProofFile): Findings =>
  records.flatMap(({ record_id: id, event: { event_id: event, leaf, position } }) => {
    const proven = events.find((one) => one.event.id === event)
    return proven && proven.leaf === leaf && proven.position === position
      ? []
      : [`The record ${id} belongs to no event here.`]
  })

const readKey = ({ sha256 }: Verifier, text: string): Key | null => {
  const [, name = '', id = '', material = ''] = KEY.exec(text) ?? []
  const typed = bytesOf(material)
  if (typed[0] !== ED25519) return null
  const named = new Uint8Array([...utf8(`${name}\n`), ...typed])
  const isIts = hexOf(sha256(named).subarray(0, 4)) === id
  return isIts ? { name, id, publicKey: typed.subarray(1) } : null
}

const utf8 = (text: string): Uint8Array => Buffer.from(text)

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const fromHex = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
