import { Option, type Command } from 'commander'
import * as v from 'valibot'
import { Quiero } from '../../client/quiero.ts'
import { ConfigError } from '../config.ts'

/** Where a server is that is spoken to over HTTP. */
export type ServerOption = { readonly url: string }

const USUAL = 'http://localhost:8787'

/** Lets a command be told which server it speaks to. */
export const withServer = (command: Command): Command =>
  command
    .addOption(new Option('--url <url>', 'the server’s address').env('QUIERO_URL').default(USUAL))
    .addHelpText(
      'after',
      '\nThe API key is QUIERO_API_KEY. It is no option: the list of processes shows those to everybody.',
    )

/** A client of that server, under the key of the environment. */
export const clientOf = ({ url }: ServerOption): Quiero => {
  const key = process.env['QUIERO_API_KEY']
  if (!key) throw new ConfigError('QUIERO_API_KEY must be set to an API key of the server.')
  try {
    return new Quiero({ url, key })
  } catch (error) {
    throw error instanceof TypeError ? new ConfigError(error.message) : error
  }
}

const Refusal = v.looseObject({ title: v.string(), detail: v.string() })

/** What a server refused a request with, as an error that is told in sentences. */
export const refusalIn = async (answer: Response): Promise<ConfigError> => {
  const told = v.safeParse(Refusal, await answer.json().catch(() => null))
  return new ConfigError(
    told.success
      ? `${told.output.title}. ${told.output.detail}`
      : `The server answered ${answer.status}.`,
  )
}
