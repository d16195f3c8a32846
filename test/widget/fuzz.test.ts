import { expect, test } from 'vitest'
import { FUZZ_PAGE, NONCE, type Drawn } from './fuzz-page.ts'
import { hostileLinks, hostileViews } from './hostile-views.ts'
import { HANDED_IN } from './stub.ts'
import { visits } from './visit.ts'

const { stub, visit } = visits()

const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${NONCE}'`,
  'img-src data:',
  "style-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const COUNT = 1000
const SEED = 2

test('a thousand forms that somebody has been at run nothing, style nothing and lead nowhere', async () => {
  stub().headers = { 'content-security-policy': POLICY }
  stub().page = FUZZ_PAGE
  const { page, faults } = await visit()
  const given = {
    views: hostileViews(COUNT, SEED),
    links: hostileLinks(COUNT, SEED),
    handedIn: HANDED_IN,
    inWords: stub().views[0],
  }
  const done = await page.evaluate(
    (forms) => (window as { drawAll?: (all: typeof forms) => Promise<Drawn> }).drawAll?.(forms),
    given,
  )
  expect(done?.faults).toEqual([])
  expect(faults).toEqual([])
  // Most can be drawn and filled in all the same, so that something has been looked at.
  expect(done?.drawn).toBeGreaterThan(COUNT / 2)
  expect(done?.further).toBeGreaterThan(COUNT / 3)
})
