import { Hono } from 'hono'
import { numberingOf, type CountryNumbering } from '../../consent/numbering.ts'
import { problem } from '../actions/problem.ts'
import type { Phones } from '../ports.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

/** How numbers of a country are written, or null where nobody knows such a country. */
export const numberingIn = (
  { metadata, examples }: Phones,
  country: string,
): CountryNumbering | null => numberingOf(country, metadata, examples[country] ?? '')

/** GET /v1/numberings/{country}: for a form that takes more countries than those that come with it. */
export const numberingRoutes = ({ phones }: HttpDeps) =>
  new Hono().get('/:country{[A-Z]{2}}', (c) => {
    const numbering = numberingIn(phones, c.req.param('country'))
    if (!numbering) return refuse(c, problem('not-found'))
    const headers = { 'Cache-Control': 'public, max-age=86400' }
    return c.json(numbering satisfies CountryNumbering, 200, headers)
  })
