import { type Row, table } from '../../markdown-table.ts'
import { ENGINE_NAMES } from '../tables.ts'
import { ALL } from './all.ts'
import type { Figure, Taken } from './figure.ts'

const HEAD = ['`--only`', 'asked', 'on', 'ours', 'beside', 'figure', 'by work', 'to reach']

/** The figures as a table of Markdown; rows of an earlier one stay where nothing was measured anew. */
export const tellFigures = (
  figures: readonly Taken[],
  machine: { readonly cores: number; readonly load: number },
  earlier = '',
): string => {
  const kept = groupsIn(earlier)
  const rows = ALL.flatMap(({ name }) => {
    const taken = figures.filter((figure) => figure.name === name)
    return taken.length === 0 ? (kept.get(name) ?? []) : rowsOf(name, taken)
  })
  return `${table([HEAD, ...rows])}

Taken on ${machine.cores} cores with ${machine.load.toFixed(1)} programs at work, the one that asks among them.`
}

const rowsOf = (name: string, figures: readonly Figure[]): readonly Row[] =>
  figures.map((figure, index) => [
    index === 0 ? `\`${name}\`` : '',
    figure.what,
    ENGINE_NAMES[figure.engine],
    figure.ours,
    figure.beside,
    figure.value === null ? '' : short(figure.value),
    figure.byWork === null ? '' : short(figure.byWork),
    limitOf(figure),
  ])

/** The rows of a written table, by the name that stands in the first of each group. */
const groupsIn = (text: string): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>()
  let name = ''
  for (const line of text.split('\n')) {
    if (!line.startsWith('| ')) continue
    const row = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    name = row[0]?.replaceAll('`', '') || name
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return groups
}

const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)

const limitOf = ({ limit, value }: Figure): string => {
  if (limit === null || value === null) return ''
  const [words, isReached] =
    'least' in limit
      ? [`≥ ${limit.least}`, value >= limit.least]
      : [`≤ ${limit.most}`, value <= limit.most]
  return `${words}${isReached ? '' : ': missed'}`
}
