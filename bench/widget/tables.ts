import { pinnedSizes } from '../../test/support/pinned-sizes.ts'
import type { Figures } from './figures.ts'
import type { KeyPresses } from './key-presses.ts'
import { type Row, table } from '../markdown-table.ts'
import { TIMES_SLOWER } from './slow-page.ts'

/** The figures as two tables of Markdown: what the form weighs and does, and what its peers weigh. */
export const tell = (figures: Figures): string =>
  `${table([['in bytes of Brotli', 'to reach', 'measured', 'beside it'], ...weightRows(figures), ...pageRows(figures)])}

${table([['to show itself', 'bytes of Brotli', 'files'], ...peerRows(figures)])}

Times were taken on ${figures.machine.cores} cores with ${figures.machine.load.toFixed(1)} programs at work; a busy machine is slow at either.`

/** What a server may send before it waits for an answer: ten packets (RFC 6928). */
const ONE_WINDOW = 14_600

const FILES = {
  more: 'what comes after, with the first thing that a person does',
  place: 'in a dialog, beside the page’s own field, as an element',
  scan: 'codes to scan, on a desktop',
  work: 'the proof of work, in a burst of opt-outs',
  widget: 'all of it in one, for SRI',
} as const

const weightRows = ({ form, files }: Figures): readonly Row[] => {
  const pinned = pinnedSizes()
  return [
    [
      '`/f/{form}.js`: everything for the form of nine countries',
      `${count(ONE_WINDOW)} bytes`,
      count(form.bytes),
      form.parts.map(({ name, bytes }) => `${name} ${count(bytes)}`).join(', '),
    ],
    ...files.map(({ name, bytes }) => [
      `\`${name}.js\`: ${FILES[name]}`,
      `${count(pinned[name])} bytes`,
      count(bytes),
      '',
    ]),
  ]
}

const pageRows = ({ reserved, bare, keys, blocking }: Figures): readonly Row[] => [
  ['requests before the form is usable', '1', String(reserved.requests.length), ''],
  [
    'layout shift, with room for the form',
    '0',
    shift(reserved.shift),
    `${shift(bare.shift)} where the form stands above other things and no room is kept`,
  ],
  [
    `key press to painted field, slowest of 100, CPU slowed ${TIMES_SLOWER} times`,
    '≤ 50 ms',
    pressed(keys.form),
    `a plain field ${pressed(keys.plain)}`,
  ],
  [
    `longest task while the page opens, CPU slowed ${TIMES_SLOWER} times`,
    '≤ 50 ms',
    ms(blocking.form.longest),
    `an empty script as long ${ms(blocking.empty.longest)}`,
  ],
  [
    'main thread blocked: what its tasks take beyond 50 ms each',
    '≤ 50 ms',
    ms(blocking.form.blocked),
    `an empty script as long ${ms(blocking.empty.blocked)}`,
  ],
]

const pressed = ({ slowest, work }: KeyPresses): string =>
  `${ms(work)} of work, ${ms(slowest)} by the clock`

const peerRows = ({ form, peers }: Figures): readonly Row[] => [
  ['**Quiero**, a form', count(form.bytes), 'one file'],
  ...peers
    .toSorted((one, other) => one.bytes - other.bytes)
    .map(({ name, version, shows, files, bytes }) => [
      `${name} ${version}, ${shows}`,
      count(bytes),
      files.map((file) => `${file.name} ${count(file.bytes)}`).join(', '),
    ]),
]

const count = (bytes: number): string => bytes.toLocaleString('en')

const ms = (value: number): string => `${Math.round(value)} ms`

const shift = (value: number): string => String(Number(value.toFixed(3)))
