import { readFile } from 'node:fs/promises'
import { build, type Rolldown } from 'vite'
import { brotliSize } from './brotli.ts'
import { PEERS, type Peer } from './peer-list.ts'

/** What a peer weighs: each file that a page loads, and its version. */
export type PeerSize = {
  readonly name: string
  readonly version: string
  readonly shows: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly bytes: number
}

/** Compresses what every peer needs to show itself, from its published package in a folder. */
export const measurePeers = (folder: string): Promise<readonly PeerSize[]> =>
  Promise.all(PEERS.map((peer) => measure(peer, folder)))

const measure = async (peer: Peer, folder: string): Promise<PeerSize> => {
  const home = `${folder}node_modules/${peer.package}/`
  const files = 'files' in peer ? await published(home, peer.files) : await bundled(folder, peer)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return { name: peer.name, version: await versionIn(home), shows: peer.shows, files, bytes }
}

const versionIn = async (home: string): Promise<string> => {
  const { version }: { version: string } = JSON.parse(await readFile(`${home}package.json`, 'utf8'))
  return version
}

const published = (home: string, names: readonly string[]) =>
  Promise.all(names.map(async (name) => ({ name, bytes: brotliSize(await readFile(home + name)) })))

/** The scripts and style sheets of a page that has nothing on it but the peer. */
const bundled = async (folder: string, { name, entry }: Extract<Peer, { entry: string }>) => {
  // The entry is no file, but stands in the folder, so that its imports are looked for there.
  const id = `${folder}${name}.entry.js`
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (wanted) => (wanted === id ? id : null),
        load: (wanted) => (wanted === id ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'es2020',
      cssTarget: 'chrome123',
      reportCompressedSize: false,
      rolldownOptions: { input: id, external: /^react(?:-dom)?(?:\/|$)/u },
    },
  })
  return outputsOf(built)
    .filter(({ fileName }) => /\.(?:js|css)$/u.test(fileName))
    .map((file) => ({
      name: `bundled ${file.fileName.split('.').pop()}`,
      bytes: brotliSize(file.type === 'chunk' ? file.code : file.source),
    }))
}

const outputsOf = (built: Awaited<ReturnType<typeof build>>) => {
  if ('on' in built) throw new Error('the bundler watches instead of building')
  const all: readonly Rolldown.RolldownOutput[] = Array.isArray(built) ? built : [built]
  return all.flatMap(({ output }) => output)
}
