import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientBackend } from '../../demo/client-backend.ts'
import type { BackendView } from '../../demo/shapes.ts'
import { amissInRequest, differences } from '../support/conformity.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'

const PHONE = '+5215512349876'
const SHOP = 1

/** Stands before Quiero, passes everything on, and compares both ways with the OpenAPI document. */
const startBetween = (target: string) =>
  new Promise<{ port: number; seen: string[]; amiss: string[]; close: () => void }>((resolve) => {
    const seen: string[] = []
    const amiss: string[] = []
    const app = new Hono().all('*', async (c) => {
      const { method, path } = c.req
      const body = await c.req.text()
      const headers = new Headers(c.req.raw.headers)
      headers.delete('content-length')
      const answer = await fetch(new URL(path, target), {
        method,
        headers,
        ...(body === '' ? {} : { body }),
      })
      const { status } = answer
      const type = answer.headers.get('content-type') ?? ''
      const text = await answer.text()
      seen.push(`${method} ${path.replace(/per_[0-9a-f]+/u, '{id}')} ${status}`)
      amiss.push(...amissInRequest(method, path, body))
      amiss.push(...differences({ method, path, status, type, text }))
      return new Response(text, { status, headers: { 'content-type': type } })
    })
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (at: AddressInfo) =>
      resolve({ port: at.port, seen, amiss, close: () => void server.close() }),
    )
  })

describe('what the demo’s backend asks and is answered', () => {
  let world: DemoWorld | undefined
  let between: Awaited<ReturnType<typeof startBetween>> | undefined

  beforeAll(async () => {
    world = await startDemoWorld()
    between = await startBetween(world.url)
  }, 60_000)
  afterAll(async () => {
    between?.close()
    await world?.close()
  })

  test('is what the OpenAPI document says, of a stranger and of somebody who wrote', async () => {
    const backend = clientBackend({ quiero: between?.port ?? 0, shop: SHOP })
    const ask = async (): Promise<BackendView> => {
      const answer = await backend.request('/backend/ask', {
        method: 'POST',
        headers: { origin: `http://localhost:${SHOP}`, 'content-type': 'application/json' },
        body: JSON.stringify({ person: { phone: PHONE } }),
      })
      return (await answer.json()) as BackendView
    }
    expect((await ask()).person).toBeNull()
    const message = { sender: 'main', from: { phone: PHONE }, text: '#want', id: 'a yes' }
    await fetch(`${world?.url}v1/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer qk_demo', 'content-type': 'application/json' },
      body: JSON.stringify(message),
    })
    expect((await ask()).events).toHaveLength(1)
    expect([...new Set(between?.seen)].toSorted()).toEqual([
      'GET /v1/company 200',
      'GET /v1/people/{id}/events 200',
      'POST /v1/may-send 200',
      'POST /v1/people/find 200',
      'POST /v1/people/find 404',
    ])
    expect(between?.amiss).toEqual([])
  })

  test('would be found if it were anything else', () => {
    const question = { person: { phone: PHONE }, sender: 'main', category: 'offers' }
    const odd = { ...question, number: PHONE }
    expect(amissInRequest('POST', '/v1/may-send', JSON.stringify(question))).toEqual([])
    expect(amissInRequest('POST', '/v1/may-send', JSON.stringify(odd))).toHaveLength(1)
    const answered = { method: 'POST', path: '/v1/may-send', type: 'application/json', text: '{}' }
    expect(differences({ ...answered, status: 200 }).length).toBeGreaterThan(0)
    expect(differences({ ...answered, status: 418 }).length).toBeGreaterThan(0)
    expect(differences({ ...answered, status: 200, type: 'text/html' }).length).toBeGreaterThan(0)
  })
})
