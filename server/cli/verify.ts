import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { faultsOf, type Verifier } from '../actions/verify-proof.ts'
import { ConfigError } from '../config.ts'
import { note, print } from './run.ts'

/** `quiero verify`. */
export const addVerifyCommand = (program: Command): void => {
  program
    .command('verify')
    .argument('<file>', 'a proof, as GET /v1/people/{id}/proof gives it; - for standard input')
    .option('--key <key>', 'the key of the log, as GET /v1/log or a webhook told it before')
    .description('check a proof offline: nothing is asked of any server')
    .action(async (name: string, { key }: { readonly key?: string }) => {
      const file = parsed(name === '-' ? await text(process.stdin) : readFileSync(name, 'utf8'))
      const faults = faultsOf(VERIFIER, file, key)
      for (const fault of faults) note(fault)
      if (faults.length > 0) {
        print('This proof does not hold.')
        process.exitCode = 1
        return
      }
      print('This proof holds: its events stand in the log that was signed.')
      if (key === undefined) note('Whether the key is the log’s own is for you to compare: --key.')
    })
}

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    throw new ConfigError('The file is not JSON.')
  }
}

/** SHA-256 and Ed25519 of Node. */
export const VERIFIER: Verifier = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  isSigned: (publicKey, signed, signature) => {
    const x = Buffer.from(publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(signed), key, signature)
  },
}
