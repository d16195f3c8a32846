import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrive } from '../support/arrival.ts'
import { launchBrowser } from '../support/browser.ts'
import { type FormServer, openFormServer } from '../support/form-server.ts'
import { formIn, shopPage } from '../support/shop-page.ts'

let browser: Browser
let server: FormServer

beforeAll(async () => {
  server = await openFormServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

describe.each([320, 375, 768, 1280])('on a page %i pixels wide', (width) => {
  test('a form can be used after one request, and moves nothing where room is kept for it', async () => {
    const place = '<div data-quiero></div>'
    const room = '<style>[data-quiero] { min-height: 100vh }</style>'
    const page = server.page(shopPage(formIn(place), room))
    const { requests, typed, shift } = await arrive(browser, page, width)
    expect(requests).toEqual(['/f/frm_nine.js'])
    // Formatted, with nothing more to be had from the server.
    expect(typed).toBe('55 1234 5678')
    expect(shift).toBe(0)
  })
})

test('a form below what is seen first, or at the end, moves nothing without room of its own', async () => {
  const long = '<p style="height: 60rem">Nuestra historia</p>'
  const below = await arrive(
    browser,
    server.page(shopPage(long + formIn('<div data-quiero></div>'))),
  )
  expect(below.shift).toBe(0)
})

test('a form above other things moves them if it has no room: the shifts are seen', async () => {
  const bare = await arrive(browser, server.page(shopPage(formIn('<div data-quiero></div>'))))
  expect(bare.shift).toBeGreaterThan(0)
})
