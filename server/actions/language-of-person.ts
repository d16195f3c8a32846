import type { Language } from '../../consent/company.ts'
import type { Act } from '../../consent/event.ts'
import { latest } from '../../consent/mark.ts'
import type { Registers } from '../../consent/registers.ts'
import type { CompanyMemory } from '../ports.ts'

/** The language of the notice that somebody last said yes to; null where they never did, or to no notice of ours. */
export const languageOfPerson = async (
  memory: CompanyMemory,
  registers: Registers,
): Promise<Language | null> => {
  const yeses = [...registers].filter(([register]) => register.startsWith('granted/'))
  const last = latest(yeses.map(([, mark]) => mark))
  const act = last && (await memory.event(last.by))?.event.act
  const hash = noticeIn(act)
  return hash === null ? null : ((await memory.notice(hash))?.language ?? null)
}

const noticeIn = (act: Act | null | undefined): string | null => {
  if (act?.kind === 'opt_in') return act.notice
  return act?.kind === 'message' ? (act.granted?.notice ?? null) : null
}
