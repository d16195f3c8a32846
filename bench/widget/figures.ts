import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { arrive } from '../../test/support/arrival.ts'
import { launchBrowser } from '../../test/support/browser.ts'
import { type FormServer, openFormServer } from '../../test/support/form-server.ts'
import { formIn, shopPage } from '../../test/support/shop-page.ts'
import { writeBetween } from '../write-between.ts'
import { measureBlocking } from './blocking.ts'
import { fetchPeers } from '../fetch-peers.ts'
import { measureFiles } from './file-sizes.ts'
import { measureForm } from './form-size.ts'
import { measureKeys } from './key-presses.ts'
import { measurePeers } from './peer-sizes.ts'
import { tell } from './tables.ts'

const HELP = `Usage: npm run figures -- [options]

Measures the widget as the server sends it, beside the packages of its peers and beside bare pages of the
same run. It takes about a minute, and fetches the peers' packages the first time. Nothing is changed.

Options:
  --write    put the tables into README.md
  --help     show this
`

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** A page is measured as it should be set up, and with nothing done for it. */
const measureArrival = async (server: FormServer) => {
  const browser = await launchBrowser()
  try {
    const place = '<div data-quiero style="min-height: 100vh"></div>'
    say('the form arrives')
    const reserved = await arrive(browser, server.page(shopPage(formIn(place))))
    const bare = await arrive(browser, server.page(shopPage(formIn('<div data-quiero></div>'))))
    say('the page is opened ten times')
    const blocking = await measureBlocking(browser, server)
    say('keys are pressed')
    const keys = await measureKeys(browser, server)
    return { reserved, bare, blocking, keys }
  } finally {
    await browser.close()
  }
}

/** How busy the machine was in the last minute: half of what is measured is time. */
const machineNow = () => ({ cores: availableParallelism(), load: loadavg()[0] ?? NaN })

const measure = async () => {
  const server = await openFormServer()
  try {
    say('sizes')
    const form = await measureForm(server)
    const files = await measureFiles(server)
    const peers = await measurePeers(await fetchPeers('widget'))
    const arrival = await measureArrival(server)
    return { form, files, peers, ...arrival, machine: machineNow() }
  } finally {
    await server.close()
  }
}

/** All that is measured in one run. */
export type Figures = Awaited<ReturnType<typeof measure>>

const main = async (): Promise<void> => {
  const options = { write: { type: 'boolean' }, help: { type: 'boolean' } } as const
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(HELP)
  const text = tell(await measure())
  process.stdout.write(`\n${text}\n`)
  if (values.write) await writeBetween('README.md', 'figures', text)
}

await main()
