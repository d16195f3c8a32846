/** A file of so many lines. */
const linesOf = (count: number): string =>
  Array.from({ length: count }, (_, line) => `export const n${line} = ${line}`).join('\n')

/** Files that must not be, in the folders where they would do harm, and what a newcomer is told. */
export const FORBIDDEN: readonly (readonly [file: string, code: string, told: string])[] = [
  ['consent/a.ts', "import { Hono } from 'hono'", 'consent/ imports nothing but itself'],
  ['consent/b.ts', "import { x } from '../server/ports.ts'", 'consent/ imports nothing but itself'],
  ['consent/c.ts', "import { x } from 'node:crypto'", 'consent/ imports nothing but itself'],
  ['consent/d.ts', 'export const now = () => Date.now()', 'Take the time as an argument.'],
  ['consent/e.ts', 'export const id = () => Math.random()', 'Take ids as arguments.'],
  ['consent/f.ts', "export const get = () => fetch('/')", "Unexpected use of 'fetch'"],
  [
    'contract/a.ts',
    "import { x } from '../server/ports.ts'",
    'contract/ knows consent/ and valibot.',
  ],
  ['contract/b.ts', "import { x } from 'hono'", 'contract/ knows consent/ and valibot.'],
  ['server/ports.ts', "import { x } from './store/db.ts'", 'A port speaks the words of consent/.'],
  [
    'server/actions/a.ts',
    "import { Hono } from 'hono'",
    'An action knows the rules and the ports.',
  ],
  ['server/actions/b.ts', "import { x } from '../store/db.ts'", 'An action knows'],
  ['server/actions/c.ts', "import { x } from '../http/x.ts'", 'An action knows'],
  ['server/actions/d.ts', "import { x } from '../inbound/x.ts'", 'An action knows'],
  ['server/actions/e.ts', "import { x } from '../../contract/x.ts'", 'An action knows'],
  ['server/actions/f.ts', "import { sql } from 'kysely'", 'An action knows'],
  ['server/inbound/a.ts', "import { x } from '../actions/x.ts'", 'A dialect only translates.'],
  ['server/inbound/b.ts', "import { x } from '../store/x.ts'", 'A dialect only translates.'],
  ['server/outbound/a.ts', "import { x } from '../store/x.ts'", 'Outbound speaks'],
  ['server/store/a.ts', "import { x } from '../actions/x.ts'", 'store/ knows the ports'],
  ['server/store/b.ts', "import { x } from '../../contract/x.ts'", 'store/ knows the ports'],
  ['server/store/migrations/c.ts', "import { Hono } from 'hono'", 'store/ knows the ports'],
  ['server/http/a.ts', "import { x } from '../store/db.ts'", 'http/ reaches the store through'],
  ['server/http/b.ts', "import { sql } from 'kysely'", 'http/ reaches the store through'],
  ['server/http/c.ts', "import Database from 'better-sqlite3'", 'http/ reaches the store through'],
  ['widget/a.ts', "import { x } from '../contract/x.ts'", 'From contract/ take types only'],
  [
    'consent/g.ts',
    "import { x } from 'libphonenumber-js/core'",
    'consent/ imports nothing but itself',
  ],
  ['widget/e.ts', "import { x } from '../consent/phone.ts'", 'Not in the widget.'],
  ['widget/b.tsx', "import * as v from 'valibot'", 'Not in the widget.'],
  ['widget/c.ts', "import { x } from '../server/ports.ts'", 'Not in the widget.'],
  ['widget/d.ts', "import type { AppType } from 'hono'", 'Not in the widget.'],
  ['widget/e.ts', "import { signal } from '@preact/signals'", 'Not in the widget.'],
  ['client/a.ts', "import { x } from 'node:crypto'", 'The client depends on nothing.'],
  ['client/b.ts', "import type { x } from '../server/ports.ts'", 'The client depends on nothing.'],
  ['client/c.ts', "import { x } from '../consent/x.ts'", 'From consent/ take types only'],
  ['client/d.ts', 'export const x = process.env', "Unexpected use of 'process'"],
  ['contract/long.ts', linesOf(251), '251'],
]

/** What is as it should be, so that no fence stands in the way of honest work. */
export const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['consent/good.ts', "import type { x } from './other.ts'\nexport type y = typeof x"],
  ['consent/phone.ts', "import { x } from 'libphonenumber-js/core'\nexport const y = x"],
  [
    'contract/good.ts',
    "import { x } from '../consent/other.ts'\nimport * as v from 'valibot'\nexport const y = [x, v]",
  ],
  [
    'server/actions/good.ts',
    "import { x } from '../../consent/other.ts'\nimport { z } from '../ports.ts'\nexport const y = [x, z]",
  ],
  ['server/inbound/good.ts', "import { x } from 'node:crypto'\nexport const y = x"],
  [
    'server/store/good.ts',
    "import { sql } from 'kysely'\nimport { z } from '../ports.ts'\nexport const y = [sql, z]",
  ],
  [
    'server/http/good.ts',
    "import { Hono } from 'hono'\nimport { z } from '../actions/good.ts'\nexport const y = [Hono, z]",
  ],
  [
    'widget/good.ts',
    "import type { X } from '../contract/good.ts'\nimport { z } from '../consent/other.ts'\nexport const y = (x: X) => [x, z]",
  ],
  ['client/good.ts', "import type { X } from '../consent/other.ts'\nexport type Y = X"],
  ['contract/short.ts', linesOf(250)],
]

/** The same for the compiler, with which nobody can argue. */
export const UNCOMPILABLE: readonly (readonly [file: string, code: string, error: string])[] = [
  ['consent/a.ts', "export { x } from '../server/good.ts'", 'TS6307'],
  ['consent/b.ts', 'export const x = document', 'TS2584'],
  ['consent/c.ts', 'export const x = Buffer', 'TS2'],
  ['consent/d.ts', "export { readFileSync } from 'node:fs'", 'TS2'],
  ['consent/e.ts', 'export const x = [1].toSorted()', 'TS2550'],
  ['contract/a.ts', "export { x } from '../server/good.ts'", 'TS6307'],
  ['contract/b.ts', 'export const x = process', 'TS2'],
  ['server/a.ts', "export { x } from '../widget/good.ts'", 'TS6307'],
  ['server/b.ts', 'export const x = document', 'TS2584'],
  ['client/a.ts', "export { x } from '../server/good.ts'", 'TS6307'],
  ['client/b.ts', 'export const x = Buffer', 'TS2'],
  ['widget/a.ts', "export { x } from '../server/good.ts'", 'TS6307'],
]
