import { createServer } from 'node:net'

/** A free port whose next one is free as well, as the demo needs them. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await listenOn(0)
    if (port !== null && port < 65_535 && (await listenOn(port + 1)) !== null) return port
  }
  throw new Error('no two free ports in a row')
}

const listenOn = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : null
      server.close(() => resolve(taken))
    })
  })
