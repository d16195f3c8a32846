import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { demoDocument, serviceFor } from '../support/service.ts'

describe('a form’s script', () => {
  const service = serviceFor({ engine: 'sqlite' })

  const get = async (headers: { readonly [name: string]: string }) => {
    const response = await service().app.request('/f/frm_demo.js?language=es', { headers })
    return { response, body: Buffer.from(await response.arrayBuffer()) }
  }

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['', null],
    ['zstd', null],
  ])('asked for in "%s" comes as %s, and is the same', async (accepted, encoding) => {
    const { response, body } = await get({ 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('Accept-Encoding, Accept-Language')
    const open = { br: brotliDecompressSync, gzip: gunzipSync }
    const text = encoding === 'br' || encoding === 'gzip' ? open[encoding](body) : body
    expect(text.toString()).toBe((await get({})).body.toString())
  })

  test('that is there already is not sent again, until the document changes', async () => {
    const tag = (await get({})).response.headers.get('etag') ?? ''
    const again = await get({ 'if-none-match': `W/"other", ${tag}` })
    expect(again.response.status).toBe(304)
    expect(again.body).toHaveLength(0)
    // Another encoding is other bytes.
    const packed = await get({ 'if-none-match': tag, 'accept-encoding': 'br' })
    expect(packed.response.status).toBe(200)
    const body = { ...demoDocument(), name: 'Café Aurora del Sur' }
    const put = await service().ask('/v1/company', {
      method: 'PUT',
      key: service().keys.company,
      body,
    })
    expect(put.status).toBe(200)
    const changed = await get({ 'if-none-match': tag })
    expect(changed.response.status).toBe(200)
    expect(changed.body.toString()).toContain('Café Aurora del Sur')
  })

  test('older than a day is made anew, so that its notice can be agreed to for weeks', async () => {
    const before = (await get({})).body.toString()
    service().pass(25 * 60 * 60 * 1000)
    expect((await get({})).body.toString()).not.toBe(before)
  })
})
