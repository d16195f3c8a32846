import { forEachAtOnce } from './at-once.ts'
import { readDecision } from './answers.ts'
import { isOk, openLine } from './http.ts'
import { people, type Someone, wamid } from './people.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { requestsOf } from './requests.ts'
import { type Service, withService } from './service.ts'

type Size = { readonly people: number; readonly sampleEvery: number }

const AT_ONCE = 16
const YES_BEFORE_MS = 60_000
const STOPS = ['salir', 'STOP', 'Sair.', '  ＳＡＬＩＲ!! ', '*detener*', '“Baja”']

/** Every opt-out webhook that one process has answered is in force in another. */
export const optOutAtOnce: Proof<Size> = {
  name: 'opt-out-at-once',
  promise: 'an opt-out that one process has answered is a no in another at once',
  engines: ['sqlite', 'postgres'],
  whole: { people: 10_000, sampleEvery: 20 },
  short: { people: 200, sampleEvery: 10 },
  prove: (run) => withService(run.open, run.engine, (service) => prove(run, service)),
}

const prove = async ({ size, progress }: Run<Size>, service: Service): Promise<Finding> => {
  const [hearing, asked] = [await service.start(), await service.start()]
  const requests = requestsOf(service.access)
  const line = openLine()
  const faults: string[] = []
  const counts = { yeses: 0, allowedBefore: 0, stops: 0, deniedAtOnce: 0 }

  const say = async ({ digits, bsuid }: Someone, text: string, n: number, sentAt: number) => {
    const content = { kind: 'text', text } as const
    const id = wamid(digits, n)
    const call = requests.message({ id, from: digits, bsuid, name: 'Ana', sentAt, content })
    return isOk(await line.send(hearing.url, call))
  }
  const decisionOn = async (person: Someone, n: number) => {
    const category = requests.categories[n % requests.categories.length] ?? ''
    return readDecision(await line.send(asked.url, requests.maySend(person, category)))
  }

  try {
    const everyone = people(size.people)
    await forEachAtOnce(everyone.entries(), AT_ONCE, async ([n, person]) => {
      const isHeard = await say(person, '#want', 2 * n, Date.now() - YES_BEFORE_MS)
      if (!isHeard) faults.push(`the yes of person ${n} was refused`)
      counts.yeses += 1
      if (counts.yeses % 200 === 0) progress(`${counts.yeses} people have said yes`)
    })
    await forEachAtOnce(everyone.entries(), AT_ONCE, async ([n, person]) => {
      if (n % size.sampleEvery !== 0) return
      const before = await decisionOn(person, n / size.sampleEvery)
      if (before.allow && before.reason === 'consented') counts.allowedBefore += 1
      else faults.push(`person ${n} was not allowed before the stop: ${before.reason}`)
    })
    await forEachAtOnce(everyone.entries(), AT_ONCE, async ([n, person]) => {
      const isHeard = await say(person, STOPS[n % STOPS.length] ?? '', 2 * n + 1, Date.now())
      if (!isHeard) faults.push(`the stop of person ${n} was refused`)
      counts.stops += 1
      const after = await decisionOn(person, n)
      if (!after.allow && after.reason === 'blocked') counts.deniedAtOnce += 1
      else faults.push(`person ${n}: allow ${after.allow}, ${after.reason}, after the stop`)
      const told = counts.deniedAtOnce + faults.length
      if (told % 200 === 0) progress(`${told} have stopped, ${counts.deniedAtOnce} are denied`)
    })
  } finally {
    line.close()
  }
  const nothing = vacuous(counts, 'allowedBefore', 'deniedAtOnce')
  return { kind: 'looked', figures: counts, faults: [...fewOf(faults), ...nothing] }
}
