import { expect, test } from 'vitest'
import { pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const LOOKS = [
  'display,visibility,opacity,color,background-color,border-top-width,border-radius,cursor',
  'font-size,font-weight,letter-spacing,word-spacing,line-height,text-align,text-indent',
  'text-transform,white-space,direction,unicode-bidi,writing-mode,pointer-events,user-select',
  'position,float,animation-name,transition-duration,filter,transform,list-style-type',
].join()

/** How everything in the form looks, and what stands before and after it. */
const looksOf = ({ form }: Visit): Promise<readonly string[]> =>
  form.evaluate((root, looks) => {
    const styleOf = (element: Element, part?: string) => {
      const style = getComputedStyle(element, part)
      return looks.split(',').map((name) => `${name}: ${style.getPropertyValue(name)}`)
    }
    return [root, ...root.querySelectorAll('*')].map((element) => {
      const around = ['::before', '::after'].map((part) => getComputedStyle(element, part).content)
      return [element.tagName, element.id, ...around, ...styleOf(element)].join('; ')
    })
  }, LOOKS)

const styled = (css: string): string =>
  pageIn('es').replace('</head>', `<style>${css}</style></head>`)

test.each([
  ['unsets everything', '* { all: unset !important }'],
  [
    'hides everything',
    '* { display: none !important; visibility: hidden !important; opacity: 0 !important } html, body, main { all: revert !important }',
  ],
  [
    'draws around everything',
    '*::before, *::after { content: "X" !important; position: absolute !important; font-size: 90px !important }',
  ],
  [
    'writes everything huge and far apart',
    '* { font-size: 99px !important; letter-spacing: 1em !important; word-spacing: 9em !important; line-height: 9 !important; text-transform: uppercase !important; text-indent: 5em !important; font-weight: 900 !important }',
  ],
  [
    'takes the colours and the mouse away',
    '* { color: transparent !important; background: red !important; pointer-events: none !important; user-select: none !important; cursor: none !important }',
  ],
  [
    'is written downwards and otherwise',
    '* { unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important; text-align: right !important }',
  ],
  [
    'speaks of hosts, parts and roots',
    ':host, :host *, :host-context(body), ::part(*), ::slotted(*), .quiero, .quiero * { display: none !important; color: red !important }',
  ],
  [
    'sets the names of our colours',
    '* { --accent: red !important; --on-accent: red !important; --paper: red !important; --ink: red !important; --radius: 0 !important; --bad: lime !important }',
  ],
  [
    'lets everything move, float and blur',
    '@keyframes spin { to { rotate: 1turn } } * { animation: spin 1s infinite !important; transition: all 9s !important; float: right !important; filter: blur(9px) !important; position: fixed !important } html, body, main { all: revert !important }',
  ],
  ['is zoomed and turned', 'main { zoom: 2; transform: rotate(3deg) scale(0.8) }'],
])('a page that %s does not reach inside', async (_, css) => {
  const plain = await visit()
  const looks = await looksOf(plain)
  stub().page = styled(css)
  const here = await visit()
  await here.form.waitFor({ state: 'attached' })
  expect(await looksOf(here)).toEqual(looks)
})

test('whoever asks for less motion sees none', async () => {
  const here = await visit()
  await here.page.emulateMedia({ reducedMotion: 'reduce' })
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  await here.form.getByRole('link', { name: 'Continuar en WhatsApp' }).click()
  await heading(here, 'Esperamos tu mensaje')
  const moving = await here.form.evaluate((root) =>
    root.getAnimations({ subtree: true }).map(({ playState }) => playState),
  )
  expect(moving).toEqual([])
})

test('printed, all that is agreed to is on the paper', async () => {
  const here = await visit()
  await here.page.emulateMedia({ media: 'print' })
  for (const text of ['Café Aurora', 'hasta 4 mensajes al mes', 'responde SALIR', 'privacidad']) {
    expect(await here.form.getByText(text).first().isVisible()).toBe(true)
  }
})

const NONCE = '<script nonce="bm9uY2U" src="/f/frm_test.js"></script>'

test.each([
  ['its nonce', "script-src 'nonce-bm9uY2U'"],
  ['its nonce and what that loads', "script-src 'nonce-bm9uY2U' 'strict-dynamic'"],
  ['its origin', "script-src 'self'"],
])(
  'under a policy that allows scripts by %s, with no trusted type, all parts come',
  async (_, scripts) => {
    const rest = "default-src 'none'; connect-src 'self'; img-src data:; style-src 'none'"
    const types = "require-trusted-types-for 'script'; trusted-types 'none'"
    stub().headers = { 'content-security-policy': [scripts, rest, types].join('; ') }
    stub().page = pageIn('es', undefined, NONCE)
    const here = await visit()
    await fillIn(here)
    await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
    await heading(here, 'Falta un paso')
    await here.form.getByRole('link', { name: 'Continuar en WhatsApp' }).click()
    // The code to scan is a part of its own.
    await here.form.locator('svg.scan').waitFor()
    const face = here.form.getByRole('link', { name: 'Continuar en WhatsApp' })
    expect(await face.evaluate((link) => getComputedStyle(link).backgroundColor)).toBe(
      'rgb(0, 128, 105)',
    )
    expect(here.faults).toEqual([])
  },
)
