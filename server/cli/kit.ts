import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import * as v from 'valibot'
import { KitShown } from '../../contract/kit.ts'
import { ConfigError } from '../config.ts'
import { refusalIn, withServer, type ServerOption } from './over-http.ts'
import { print } from './run.ts'

/** `quiero kit`. */
export const addKitCommand = (program: Command): void => {
  const command = program
    .command('kit')
    .argument('<sender>', 'the sender’s id')
    .requiredOption('--out <folder>', 'where the files go, each language in a folder of its own')
    .description('fetch what says “this is our official number”: links, QR codes, posters')
  withServer(command).action(
    async (sender: string, { out, url }: ServerOption & { readonly out: string }) => {
      const path = `/v1/kit/${encodeURIComponent(sender)}`
      const list = await fetched(url, path)
      const { pieces } = v.parse(KitShown, await list.json())
      for (const { language, files } of pieces) {
        await mkdir(join(out, language), { recursive: true })
        for (const file of files) {
          // A name is a server’s word.
          const part = encodeURIComponent(file.name)
          const answer = await fetched(url, `${path}/${part}?language=${language}`)
          const name = join(out, language, part)
          await writeFile(name, await answer.bytes())
          print(name)
        }
      }
    },
  )
}

const fetched = async (url: string, path: string): Promise<Response> => {
  const key = process.env['QUIERO_API_KEY'] || ''
  if (key === '') throw new ConfigError('QUIERO_API_KEY must be a key that has the scope company.')
  if (!URL.canParse(url)) throw new ConfigError('--url must be the address of a server.')
  const answer = await fetch(new URL(path, url), { headers: { Authorization: `Bearer ${key}` } })
  if (!answer.ok) throw await refusalIn(answer)
  return answer
}
