#!/usr/bin/env node
// Checks a proof of consent that Quiero made, offline and with nothing of Quiero's: Node 20 or later is all it takes.
//
//   node verify-proof.mjs [--key KEY] proof.json …
//
// KEY is the key of the company's log as it is known from elsewhere, such as a webhook that came at the time:
// without it a proof is only found to agree with itself. It ends with 1 if anything is amiss.
//
// What is checked: that the file was not changed since it was signed (Ed25519 over its canonical JSON, RFC 8785);
// that the head of the log is signed (https://c2sp.org/tlog-checkpoint); that each event is what its leaf says
// (SHA-256 of its salted canonical JSON) and that the leaf stands in that log (RFC 6962, section 2.1.1); that each
// notice is the one of its name (SHA-256 of its canonical JSON); that each record belongs to an event of the file.

import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** RFC 8785, for what a proof holds: no number in it is anything but whole. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).toSorted()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** https://c2sp.org/signed-note: name, first four bytes of the key's hash, and type and bytes of the key. */
const readKey = (text) => {
  const [, name, id, material] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text) ?? []
  if (!name) return null
  const typed = Buffer.from(material, 'base64')
  const hash = sha256(Buffer.concat([Buffer.from(`${name}\n`), typed]))
  if (typed[0] !== 1 || hash.subarray(0, 4).toString('hex') !== id) return null
  const x = typed.subarray(1).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return {
    name,
    id,
    isSigned: (signed, signature) => verify(null, Buffer.from(signed), key, signature),
  }
}

/** The head of the log: how many events it has and the root over them; null unless the key signed it. */
const readHead = (note, key) => {
  const [, text, , size, root, lines] =
    /^(([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n((?:— \S+ \S+\n)+)$/u.exec(note) ?? []
  if (!text) return null
  const isSigned = lines
    .trimEnd()
    .split('\n')
    .some((line) => {
      const [, name, signature] = line.split(' ')
      const bytes = Buffer.from(signature, 'base64')
      const isKeys = name === key.name && bytes.subarray(0, 4).toString('hex') === key.id
      return isKeys && key.isSigned(text, bytes.subarray(4))
    })
  return isSigned ? { size: Number(size), root } : null
}

/** RFC 6962: from a leaf to the root, by the hashes of the other halves on the way. */
const rootFrom = (leaf, index, size, path) => {
  let root = sha256(Buffer.concat([Buffer.of(0), leaf]))
  let [at, last] = [index, size - 1]
  for (const hash of path) {
    if (last === 0) return null
    const other = Buffer.from(hash, 'base64')
    if (at % 2 === 1 || at === last) {
      root = sha256(Buffer.concat([Buffer.of(1), other, root]))
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else {
      root = sha256(Buffer.concat([Buffer.of(1), root, other]))
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? root.toString('base64') : null
}

const faultsOfEvent = (company, head, { position, leaf, event, evidence, salt, path }) => {
  const { id, person, moment, act } = event
  if (salt !== null) {
    const form = canonical({ v: 1, company, id, person, moment, act, evidence, salt })
    if (sha256(form).toString('hex') !== leaf) return [`${id} is not what its leaf says.`]
  } else if (evidence !== null) {
    return [`${id} has evidence that nothing proves.`]
  }
  const isPlace = Number.isSafeInteger(position) && position >= 0 && position < head.size
  const root = isPlace ? rootFrom(Buffer.from(leaf, 'hex'), position, head.size, path) : null
  return root === head.root ? [] : [`${id} does not stand in the log that was signed.`]
}

const faultsOfNotice = ({ hash, notice }) => {
  const isIts = sha256(canonical(notice)).toString('hex') === hash
  return isIts ? [] : [`The notice ${hash.slice(0, 12)}… is not the one of that name.`]
}

const faultsOfRecord = (events, { record_id: id, event }) => {
  const isOf = (one) =>
    one.event.id === event.event_id && one.leaf === event.leaf && one.position === event.position
  return events.some(isOf) ? [] : [`The record ${id} belongs to no event here.`]
}

const faultsOf = (file, trusted) => {
  const faults = []
  if (file.schema !== 'quiero-proof/1') faults.push('It is no proof of this version.')
  if (trusted !== undefined && file.key !== trusted)
    faults.push('It was signed with another key than yours.')
  const key = readKey(trusted ?? file.key)
  if (!key) return [...faults, 'The key is not one.']
  const { signature, ...rest } = file
  const bytes = Buffer.from(signature, 'base64')
  // One spelling of base64: the last letter has bits to spare.
  const isOne = bytes.toString('base64') === signature
  if (!isOne || !key.isSigned(canonical(rest), bytes)) {
    return [...faults, 'It was changed since it was signed, or signed by somebody else.']
  }
  const head = readHead(file.checkpoint, key)
  if (!head) return [...faults, 'The head of the log is not signed with the key.']
  return [
    ...faults,
    ...file.events.flatMap((event) => faultsOfEvent(file.company, head, event)),
    ...file.notices.flatMap(faultsOfNotice),
    ...file.records.flatMap((record) => faultsOfRecord(file.events, record)),
  ]
}

const words = process.argv.slice(2)
const trusted = words[0] === '--key' ? words.splice(0, 2)[1] : undefined
if (words.length === 0) {
  process.stderr.write('node verify-proof.mjs [--key KEY] proof.json …\n')
  process.exit(2)
}
for (const name of words) {
  let faults = [
    'It is not a proof: it cannot be read, or something in it is missing or of another kind.',
  ]
  try {
    faults = faultsOf(JSON.parse(readFileSync(name, 'utf8')), trusted)
  } catch {
    // As it was said.
  }
  for (const fault of faults) process.stderr.write(`${name}: ${fault}\n`)
  const found = faults.length === 0 ? 'this proof holds' : 'this proof does NOT hold'
  process.stdout.write(`${name}: ${found}\n`)
  if (faults.length > 0) process.exitCode = 1
}
