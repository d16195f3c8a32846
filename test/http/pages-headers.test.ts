import { describe, expect, test } from 'vitest'
import { type Service, serviceFor, SHOP } from '../support/service.ts'
import { open, postFields, sayYes, valueOf } from './page-forms.ts'

const PAGES = ['/f/frm_demo', '/f/frm_demo?view=app', '/f/frm_demo/stop', '/n/demo/main', '/f/no']

/** Who may show a page in a frame. */
const ancestors = async (service: Service, path: string): Promise<string | undefined> => {
  const { headers } = await open(service, path)
  return /frame-ancestors [^;]*/u.exec(headers.get('content-security-policy') ?? '')?.[0]
}

describe('a page', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test.each(PAGES)('at %s runs nothing but our own script, and posts to us alone', async (path) => {
    const { headers, text } = await open(service(), path)
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? ''
    expect(nonce).toHaveLength(24)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`)
    expect(policy).toContain(`style-src 'nonce-${nonce}';`)
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toContain('unsafe')
    expect(text).toContain(`<style nonce="${nonce}">`)
    expect(text).not.toMatch(/\sstyle="|\son\w+="/u)
    const again = await open(service(), path)
    expect(again.headers.get('content-security-policy')).not.toBe(policy)
  })

  test.each(PAGES)('at %s is kept by nobody, and tells nobody where it was', async (path) => {
    const { headers } = await open(service(), path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('of a form may be framed by the form’s own origins alone, and any other by none', async () => {
    expect(await ancestors(service(), '/f/frm_demo')).toBe(`frame-ancestors 'self' ${SHOP}`)
    expect(await ancestors(service(), '/f/frm_demo/stop')).toBe(`frame-ancestors 'self' ${SHOP}`)
    expect(await ancestors(service(), '/n/demo/main')).toBe("frame-ancestors 'self'")
  })

  test('never has a number or a token in an address of its own', async () => {
    const page = await sayYes(service(), { phone: '55 8765 4321' })
    const again = await postFields(service(), '/f/frm_demo/status', {
      id: valueOf(page, 'id'),
      watch: valueOf(page, 'watch'),
    })
    for (const { text } of [page, again]) {
      const addresses = [...text.matchAll(/(?:href|action|src)="([^"]*)"/gu)].map(([, to]) => to)
      for (const address of addresses) expect(address).not.toMatch(/8765|4321|opt_|demo\./u)
    }
  })

  test('of other addresses keeps its headers', async () => {
    const { headers } = await service().ask('/v1/forms/frm_demo')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })
})
