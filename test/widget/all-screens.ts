import { CONFIRMED, type Stub } from './stub.ts'
import { fillIn, type Visit } from './visit.ts'

type Screens = { readonly [screen: string]: (here: Visit) => Promise<unknown> }

/** Every screen, by what leads to it, in the order of the buttons and not of their words. */
export const screensOf = (stub: () => Stub): Screens => {
  const screens: Screens = {
    'filling-in': async () => {},
    complaints: async ({ form }) => form.locator('[type=submit]').click(),
    continue: async (here) => {
      await here.form.locator('#phone').pressSequentially('5512345678')
      await here.form.getByRole('checkbox').last().check()
      await here.form.locator('[type=submit]').click()
      await here.form.locator('#link').waitFor()
    },
    waiting: async (here) => {
      await screens['continue']?.(here)
      await here.form.locator('#link').click()
      await here.form.locator('.dots').waitFor()
    },
    confirmed: async (here) => {
      stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
      await screens['continue']?.(here)
      await here.form.locator('.done').waitFor()
    },
    expired: async (here) => {
      stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: { status: 'expired' } }
      await screens['continue']?.(here)
      await here.form.locator('#link').waitFor({ state: 'detached' })
    },
    declined: async ({ form }) => {
      await form.locator('.choice button').first().click()
      await form.locator('h2').waitFor()
    },
    countries: async ({ form }) => {
      await form.locator('#country').click()
      await form.locator('#search').waitFor()
    },
    'by hand': async (here) => {
      await here.form.getByRole('checkbox').first().check()
      await here.form.locator('.ways a').first().click()
      await here.form.locator('.scan').waitFor()
    },
    'opting-out': async ({ form }) => {
      await form.locator('footer button').click()
      await form.locator('h2').waitFor()
    },
    stopped: async (here) => {
      await screens['opting-out']?.(here)
      await here.form.locator('#phone').pressSequentially('5512345678')
      await here.form.locator('.step > button').first().click()
      await here.form.locator('.done').waitFor()
    },
    failed: async (here) => {
      stub().answers['POST /v1/opt-ins'] = null
      await fillIn(here, [])
      await here.form.getByRole('checkbox').first().check()
      await here.form.locator('[type=submit]').click()
      await here.form.locator('#trouble:not(:empty)').waitFor()
    },
  }
  return screens
}
