import { randomBytes } from 'node:crypto'
import type { Call } from '../../http.ts'
import { phoneOf } from '../../fill-people.ts'
import { noticeTokenAt } from '../../notice-token.ts'
import { type Service, withService } from '../../service.ts'
import { inTurns } from '../in-turns.ts'
import { at, forms } from '../traffic.ts'
import { compared, type Figures, told } from './figure.ts'
import { inNoOrder } from './may-send.ts'

export const CONNECTIONS = 64
const PEOPLE = 2_000

/** Makes forms to hand in to a service, each an attempt of its own. */
export const formsFor = async ({ access }: Service, url: string): Promise<() => Call> =>
  forms(access, await noticeTokenAt(url, access))

/** c15t's request of the same kind: a consent with categories and the page, each of a subject of its own. */
const consents = (): (() => Call) => {
  const nextPerson = inNoOrder(PEOPLE)
  return () => ({
    method: 'POST',
    path: '/subjects',
    headers: { 'Content-Type': 'application/json', Origin: 'https://shop.example' },
    body: JSON.stringify({
      type: 'marketing_communications',
      subjectId: `sub_${randomBytes(12).toString('hex').replaceAll('0', 'z')}`,
      externalSubjectId: phoneOf(nextPerson()),
      domain: 'shop.example',
      givenAt: Date.now(),
      preferences: { offers: true, orders: true },
      metadata: { page: 'https://shop.example/checkout' },
    }),
  })
}

/** A yes by form that is on disk before it is answered, beside an echo and beside c15t's. */
export const optIns: Figures = {
  name: 'opt-ins',
  tells: 'a yes by form, on disk, beside a bare server and beside c15t',
  measure: ({ open, size, bare, c15t }) =>
    withService(open, 'sqlite', async (service) => {
      const server = await service.start()
      const make = await formsFor(service, server.url)
      const [mine, nothing, theirs] = await inTurns(
        [
          { target: server, make },
          { target: await bare(), make: at('/echo', make) },
          { target: await c15t(PEOPLE), make: consents(), amount: size.amountForSlow },
        ],
        { ...size, connections: CONNECTIONS },
      )
      if (!mine || !nothing || !theirs) throw new Error('not all were measured')
      const figure = {
        what: `opt-ins by form, on disk before they are answered, ${CONNECTIONS} connections`,
        engine: 'sqlite' as const,
        ours: told(mine),
      }
      return [
        {
          ...figure,
          beside: `a bare server that echoes JSON: ${told(nothing)}`,
          ...compared(mine, nothing),
          limit: { least: 0.35 },
        },
        {
          ...figure,
          beside: `c15t's \`POST /subjects\`: ${told(theirs)}`,
          ...compared(mine, theirs),
          limit: { least: 15 },
        },
      ]
    }),
}
