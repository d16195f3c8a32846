import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'

/** How long a connection on which nothing is asked is left open: a request may be on its way on it. */
const LINGER = 500

/**
 * Ends a server so that no request is cut off: nobody new is let in, whoever is connected is told with the next
 * answer to come by another connection, and what is being answered may take its time, up to a limit in milliseconds.
 */
export const stopServing = async (server: Server, limit: number): Promise<void> => {
  server.prependListener('request', (_request, response) => {
    response.setHeader('Connection', 'close')
  })
  const ended = new Promise((resolve) => server.once('close', resolve))
  // Not HTTP's own `close`, which cuts idle connections at once, with what is on its way on them.
  NetServer.prototype.close.call(server)
  const idle = setInterval(() => server.closeIdleConnections(), LINGER)
  const late = setTimeout(() => server.closeAllConnections(), limit)
  await ended
  clearInterval(idle)
  clearTimeout(late)
}
