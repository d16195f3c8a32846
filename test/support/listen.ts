import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll } from 'vitest'
import type { Service } from './service.ts'

/** Lets a service be called over a connection for the tests around it; gives its address. */
export const listening = (service: () => Service): (() => string) => {
  let server: ReturnType<typeof serve> | undefined
  let url = ''
  beforeAll(async () => {
    url = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
        (info: AddressInfo) => resolve(`http://127.0.0.1:${info.port}`),
      )
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => {
      if (!server) return resolve(undefined)
      server.close(resolve)
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  })
  return () => url
}
