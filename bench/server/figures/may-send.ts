import type { Call } from '../../http.ts'
import { phoneOf } from '../../fill-people.ts'
import { requestsOf } from '../../requests.ts'
import { inTurns } from '../in-turns.ts'
import { at } from '../traffic.ts'
import { compared, counted, type Figures, type Peopled, told } from './figure.ts'

export const CONNECTIONS = 16

/** Questions about everybody in turn, in an order that has nothing to do with where they are stored. */
export const questionsAbout = ({ service, people }: Peopled): (() => Call) => {
  const requests = requestsOf(service.access)
  const nextPerson = inNoOrder(people)
  return () => {
    const n = nextPerson()
    return requests.maySend({ phone: phoneOf(n) }, requests.categories[n % 2] ?? '')
  }
}

/** Whole numbers below a count without end, each as often as any other. */
export const inNoOrder = (below: number): (() => number) => {
  let count = 0
  return () => {
    count += 1
    return (count * 7_368_787 + 13) % below
  }
}

/** c15t's question of the same kind: whether a person of the company's own has consented to such messages. */
const checksAbout = (people: number): (() => Call) => {
  const nextPerson = inNoOrder(people)
  return () => ({
    method: 'GET',
    path: `/consents/check?externalId=${encodeURIComponent(phoneOf(nextPerson()))}&type=marketing_communications`,
    headers: { Origin: 'https://shop.example' },
  })
}

/** One question, beside an answer that needs no look and beside c15t's. */
export const maySend: Figures = {
  name: 'may-send',
  tells: 'one question beside a bare server, and beside c15t',
  measure: async ({ size, peopled, bare, c15t }) => {
    const { people, amountForSlow } = size
    const ours = await peopled('sqlite', people)
    const questions = questionsAbout(ours)
    const [mine, nothing, theirs] = await inTurns(
      [
        { target: ours.server, make: questions },
        { target: await bare(), make: at('/answer', questions) },
        { target: await c15t(people), make: checksAbout(people), amount: amountForSlow },
      ],
      { ...size, connections: CONNECTIONS },
    )
    if (!mine || !nothing || !theirs) throw new Error('not all were measured')
    const figure = {
      what: `\`may-send\`, ${counted(people)} people, ${CONNECTIONS} connections`,
      engine: 'sqlite' as const,
      ours: told(mine),
    }
    return [
      {
        ...figure,
        beside: `a bare server that answers JSON: ${told(nothing)}`,
        ...compared(mine, nothing),
        limit: { least: 0.45 },
      },
      {
        ...figure,
        beside: `c15t's consent check: ${told(theirs)}`,
        ...compared(mine, theirs),
        limit: { least: 20 },
      },
    ]
  },
}
