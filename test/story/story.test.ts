import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../consent/company.ts'
import type { DenyReason } from '../../consent/reason.ts'
import type { EventShown } from '../../contract/people.ts'
import { PANEL_TEXTS } from '../../demo/texts/panel.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'
import { nextSecond, openStage, type OpenStage } from './stage.ts'

type Tale = {
  readonly language: Language
  /** As WhatsApp writes it, as its owner types it, and as a backend asks about it. */
  readonly phone: string
  readonly typed: string
  readonly asked: string
  readonly orders: string
  readonly offers: string
  readonly stop: string
  readonly hello: string
  readonly grumble: string
  /** What the question back asks for. */
  readonly word: string
}

const TALES: readonly Tale[] = [
  {
    language: 'es',
    phone: '+52 1 55 1234 5678',
    typed: '+52 55 1234 5678',
    asked: '+5215512345678',
    orders: 'Pedidos',
    offers: 'Ofertas',
    stop: '  ＳＡＬＩＲ!! ',
    hello: 'hola',
    grumble: 'ya no me escriban por favor',
    word: 'SALIR',
  },
  {
    language: 'pt',
    phone: '+55 21 8765 4321',
    typed: '+55 21 98765 4321',
    asked: '+552187654321',
    orders: 'Pedidos',
    offers: 'Ofertas',
    stop: '  ＳＡＩＲ!! ',
    hello: 'oi',
    grumble: 'não me mandem mais mensagens por favor',
    word: 'SAIR',
  },
  {
    language: 'en',
    phone: '+54 9 11 2345 6789',
    typed: '+54 9 11 2345 6789',
    asked: '+5491123456789',
    orders: 'Orders',
    offers: 'Offers',
    stop: '  ＳＴＯＰ!! ',
    hello: 'hello',
    grumble: 'please stop messaging me',
    word: 'STOP',
  },
]

describe('the whole story, from the yes in the shop to the no in the chat', () => {
  let world: DemoWorld
  let browser: Browser

  beforeAll(async () => {
    world = await startDemoWorld()
    browser = await launchBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  test.each(TALES)('in $language', { timeout: 60_000 }, async (tale) => {
    const stage = await openStage(browser, world, tale.language)
    await stage.setNumber(tale.phone)
    const says = sayer(world, stage, tale)

    await says.deny('orders', 'never_asked', null)
    await says.deny('offers', 'never_asked', null)

    await stage.fillInWidget(tale.typed, [tale.orders, tale.offers])
    await stage.continueOnWhatsApp()
    await expect.poll(() => stage.draft.inputValue()).toMatch(/^#want [0-9A-Z]{7}\b/u)
    await says.deny('offers', 'pending', await latest(world, tale))

    await stage.send()
    const yes = await latest(world, tale)
    expect(yes?.act).toMatchObject({
      kind: 'message',
      heardBy: 'signed',
      meaning: 'subscribe',
      granted: { categories: ['orders', 'offers'], senders: ['main'], form: 'frm_demo' },
    })
    await stage.shop.getByRole('heading', { name: FORM_TEXTS[tale.language].confirmed }).waitFor()
    await says.allow('orders', yes)
    await says.allow('offers', yes)
    await stage.answer(0, tale.offers)

    await stage.send(tale.stop)
    const stop = await latest(world, tale)
    expect(stop?.act).toMatchObject({ meaning: 'opt_out', stops: true })
    expect(stop?.evidence?.text).toBe(tale.stop)
    await says.deny('orders', 'blocked', stop)
    await says.deny('offers', 'blocked', stop)
    await stage.answer(1, 'Café Aurora')

    await nextSecond()
    await stage.send(tale.hello)
    await says.allow('orders', yes)
    await says.allow('offers', yes)

    await stage.send(tale.grumble)
    expect((await latest(world, tale))?.act).toMatchObject({
      meaning: 'opt_out_suspected',
      stops: false,
    })
    await says.allow('orders', yes)
    await says.allow('offers', yes)
    await stage.answer(2, tale.word)

    await stage.send('#stop offers')
    const no = await latest(world, tale)
    expect(no?.act).toMatchObject({ meaning: 'unsubscribe_category', revoked: ['offers'] })
    await says.deny('offers', 'revoked', no)
    await stage.answer(3, tale.offers)
    await says.allow('orders', yes)
    await stage.page.close()
  })
})

const latest = async (world: DemoWorld, { asked }: Tale): Promise<EventShown | null> =>
  (await world.historyOf({ phone: asked })).at(-1) ?? null

/** Checks an answer at the API and on the panel, which has to follow by itself. */
const sayer = (world: DemoWorld, stage: OpenStage, tale: Tale) => {
  const texts = PANEL_TEXTS[tale.language]
  const onPanel = async (category: string, verdict: string, reason: string): Promise<void> => {
    const decision = stage.decision(category)
    await expect
      .poll(() => decision.locator('.reason').textContent(), { timeout: 10_000 })
      .toBe(reason)
    expect(await decision.locator('.verdict').textContent()).toBe(verdict)
  }
  return {
    allow: async (category: string, event: EventShown | null) => {
      const answer = await world.maySend({ phone: tale.asked }, category)
      expect(event).not.toBeNull()
      expect(answer).toMatchObject({
        allow: true,
        reason: 'consented',
        proof: 'message',
        evidence: event?.id,
        validForSeconds: 0,
      })
      await onPanel(category, texts.verdict.allow, 'consented')
      const evidence = stage.decision(category).locator('.evidence a')
      expect(await evidence.getAttribute('title')).toBe(event?.id)
      await stage.panel.locator(`.history [id="${event?.id ?? ''}"]`).waitFor()
    },
    deny: async (category: string, reason: DenyReason, event: EventShown | null) => {
      const answer = await world.maySend({ phone: tale.asked }, category)
      expect(answer).toMatchObject({ allow: false, reason, evidence: event?.id ?? null })
      await onPanel(category, texts.verdict.deny, reason)
    },
  }
}
