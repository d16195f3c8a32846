import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { KIT_FILES } from '../../consent/kit.ts'
import type { KitShown } from '../../contract/kit.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Answer, demoDocument, serviceFor } from '../support/service.ts'
import { pieceIn } from './kits.ts'

const LONG_NAME =
  'Compañía Panamericana de Distribución de Electrodomésticos, Repuestos y Servicios del Noroeste S. A. de C. V.'

/** Companies whose names are hard to set. */
const NAMES = {
  usual: 'Café Aurora',
  long: LONG_NAME,
  'one long word': `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten${'gesellschaft'.repeat(4)}`,
  'wide letters': 'W'.repeat(120),
  markup: '<b>"Fish" & \'Chips\'</b> ]]>',
  japanese: '株式会社日本食品流通センター東京本店',
}

/** The demo under another name, without a provider. */
const named = (id: string, name: string): Company => {
  const demo = demoDocument()
  return {
    ...demo,
    id,
    name,
    senders: demo.senders.map((sender) => ({ ...sender, provider: undefined, badge: 'business' })),
    forms: demo.forms.map((form) => ({ ...form, id: `frm_${id}` })),
    keywords: [{ word: '#want', form: `frm_${id}` }],
  }
}
describe('the files of a kit', () => {
  const service = serviceFor({ engine: 'sqlite' })
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const file = (key: string, name: string): Promise<Answer> =>
    service().ask(`/v1/kit/main/${name}`, { key })

  const onPage = async <T>(width: number, work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await browser.newPage({ viewport: { width, height: Math.round(width * 1.42) } })
    try {
      return await work(page)
    } finally {
      await page.close()
    }
  }

  /** What a phone reads off a picture that is drawn so many pixels wide. */
  const scanned = (picture: string, type: string, width: number): Promise<string | null> =>
    onPage(width, async (page) => {
      const source = `data:${type};base64,${picture}`
      const pixels = await page.evaluate(
        async ([from, wide]) => {
          const image = new Image()
          image.src = from
          await image.decode()
          const canvas = document.createElement('canvas')
          canvas.width = wide
          canvas.height = Math.round((wide * image.height) / image.width)
          const context = canvas.getContext('2d')
          context?.drawImage(image, 0, 0, canvas.width, canvas.height)
          const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
          // One sign a pixel: the bytes themselves would take half a minute on their way.
          let greens = ''
          for (let at = 1; at < data.length; at += 4) greens += String.fromCharCode(data[at] ?? 0)
          return { greens, height: canvas.height }
        },
        [source, width] as const,
      )
      const bytes = Uint8ClampedArray.from(
        Array.from(pixels.greens, (sign) => sign.charCodeAt(0)).flatMap((grey) => [
          grey,
          grey,
          grey,
          255,
        ]),
      )
      return jsQR.default(bytes, width, pixels.height)?.data ?? null
    })

  const base64 = async (name: string): Promise<string> => {
    const answer = await service().app.request(`/v1/kit/main/${name}`, {
      headers: { Authorization: `Bearer ${service().keys.company}` },
    })
    return Buffer.from(await answer.arrayBuffer()).toString('base64')
  }

  test.each([
    ['qr.svg', 'qr', 320],
    ['qr.png', 'qr', 320],
    ['poster-a4.svg', 'poster-a4', 794],
    ['poster-a6.svg', 'poster-a6', 794],
  ] as const)('%s leads a camera to exactly its link', async (name, piece, width) => {
    const list = await service().ask('/v1/kit/main', { key: service().keys.company })
    for (const language of ['es', 'pt', 'en']) {
      const picture = await base64(`${name}?language=${language}`)
      const read = await scanned(picture, KIT_FILES[name].type, width)
      expect(read).toBe(pieceIn(list.as<KitShown>(), piece, language).link)
    }
  })

  test('what a poster is for can be read from two metres: letters of a centimetre and more', async () => {
    const { text } = await file(service().keys.company, 'poster-a4.svg?language=es')
    const sizes = [...text.matchAll(/font-size="([\d.]+)"/gu)].map((found) => Number(found[1]))
    // The company's name and the number; a capital letter is seven tenths of its size.
    expect(sizes.filter((size) => size * 0.7 >= 10)).toHaveLength(2)
  })

  test.each(Object.entries(NAMES))(
    'a poster of a %s name keeps to its sheet',
    async (kind, name) => {
      const key = await service().load(named(kind.replaceAll(' ', '-'), name))
      const { text } = await file(key, 'poster-a4.svg?language=es')
      const seen = await onPage(794, async (page) => {
        await page.setContent(`<body style="margin:0">${text}`)
        return page.evaluate(() => {
          const parsed = new DOMParser().parseFromString(
            document.querySelector('svg')?.outerHTML ?? '',
            'image/svg+xml',
          )
          const boxes = [...document.querySelectorAll('text')].map((each) => each.getBBox())
          const outside = boxes.filter(({ x, width }) => x < 14 || x + width > 196)
          const over = boxes.filter((a, at) =>
            boxes
              .slice(at + 1)
              .some((b) => b.y + b.height * 0.25 < a.y + a.height * 0.75 && a.y < b.y),
          )
          const said = document.querySelector('svg')?.textContent ?? ''
          return {
            isXml: parsed.querySelector('parsererror') === null,
            outside: outside.length,
            over: over.length,
            said: said.replace(/\s+/gu, ''),
            markup: document.querySelectorAll('svg b').length,
          }
        })
      })
      expect({ ...seen, said: '' }).toEqual({
        isXml: true,
        outside: 0,
        over: 0,
        markup: 0,
        said: '',
      })
      expect(seen.said).toContain(name.replace(/\s+/gu, ''))
      expect(seen.said).toContain('+5511912345678')
      expect(seen.said).toContain('Númerooficial')
      expect(seen.said).toContain('respondeSALIR')
      expect(seen.said).toContain('WhatsAppesunamarca')
    },
  )

  test.each([
    ['receipt-32.txt', 32],
    ['receipt-42.txt', 42],
  ] as const)('%s has no longer line, whatever the name', async (name, columns) => {
    for (const [kind, company] of Object.entries(NAMES)) {
      const key = await service().load(named(`till-${kind.replaceAll(' ', '-')}`, company))
      const { text } = await file(key, `${name}?language=es`)
      expect(text.split('\n').filter((line) => line.length > columns)).toEqual([])
      expect(text).toContain('+55 11 91234 5678')
      expect(text).toMatch(/#want\s+[0-9A-Z]{7}/u)
    }
  })

  test.each(Object.keys(KIT_FILES))('%s is there in three languages, as its type', async (name) => {
    const texts: string[] = []
    for (const language of ['es', 'pt', 'en']) {
      const answer = await file(service().keys.company, `${name}?language=${language}`)
      expect([answer.status, answer.type]).toEqual([
        200,
        KIT_FILES[name as keyof typeof KIT_FILES].type,
      ])
      texts.push(answer.text)
    }
    expect(new Set(texts).size).toBe(3)
  })

  test('a signature shows what is typed as a name, and runs none of it', async () => {
    const key = await service().load(named('sign', NAMES.markup))
    const { text } = await file(key, 'signature.html')
    expect(text).toContain('&lt;b&gt;')
    expect(text).not.toContain('<b><b>')
  })

  test.each([
    ['nobody', 404, 'kit-not-found'],
    ['main/poster-a3.svg', 404, 'kit-not-found'],
    ['main/__proto__', 404, 'kit-not-found'],
    ['main/link.txt?language=de', 400, 'body-not-valid'],
    ['main/link.txt?colour=red', 400, 'body-not-valid'],
  ])('%s is refused', async (path, status, problem) => {
    const answer = await service().ask(`/v1/kit/${path}`, { key: service().keys.company })
    expect([answer.status, answer.problem]).toEqual([status, problem])
  })

  test('a form that cannot be named in a message has no kit', async () => {
    const wordy = named('wordy', 'Wordy')
    const title = { es: 'x'.repeat(290), pt: 'x'.repeat(290), en: 'x'.repeat(290) }
    const categories = wordy.categories.map((category, at) => ({
      ...category,
      title: at === 0 ? title : { es: `${title.es}y`, pt: `${title.pt}y`, en: `${title.en}y` },
    }))
    const key = await service().load({ ...wordy, categories })
    expect(await service().ask('/v1/kit/main', { key })).toMatchObject({
      status: 422,
      problem: 'kit-not-clear',
    })
  })
})
