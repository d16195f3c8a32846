import { inTurns } from '../in-turns.ts'
import { listOf, listsInTurns } from './batch.ts'
import { compared, counted, type Figures, rate, told, workRatio } from './figure.ts'
import { CONNECTIONS, questionsAbout } from './may-send.ts'

/** The same questions and the same length of list with ten times the people stored. */
export const tenTimes: Figures = {
  name: 'ten-times',
  tells: 'questions and lists with ten times the people stored, beside themselves',
  measure: async ({ size, peopled }) => {
    const few = await peopled('sqlite', size.people)
    const many = await peopled('sqlite', size.tenTimes)
    const [ofMany, ofFew] = await inTurns(
      [many, few].map((of) => ({ target: of.server, make: questionsAbout(of) })),
      { ...size, connections: CONNECTIONS },
    )
    const [listed, listedFew] = await listsInTurns(
      [many, few].map((of) => ({ ...of, list: listOf(few.people, of.people) })),
      size.rounds,
    )
    if (!ofMany || !ofFew || !listed || !listedFew) throw new Error('not all were measured')
    const lines = few.people * size.rounds
    return [
      {
        what: `\`may-send\`, ${counted(many.people)} people`,
        engine: 'sqlite',
        ours: told(ofMany),
        beside: `itself with ${counted(few.people)}: ${told(ofFew)}`,
        ...compared(ofMany, ofFew),
        limit: { least: 0.8 },
      },
      {
        what: `a list of ${counted(few.people)} among ${counted(many.people)} people`,
        engine: 'sqlite',
        ours: rate(lines / listed.seconds),
        beside: `itself among ${counted(few.people)}: ${rate(lines / listedFew.seconds)}`,
        value: listedFew.seconds / listed.seconds,
        byWork: workRatio(listed.cpuSeconds, listedFew.cpuSeconds),
        limit: { least: 0.65 },
      },
    ]
  },
}
