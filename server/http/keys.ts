import { Hono, type Context } from 'hono'
import {
  CreateKey,
  RotateKey,
  type KeyMade,
  type KeyShown,
  type KeysShown,
} from '../../contract/keys.ts'
import type { MadeKey } from '../actions/api-keys.ts'
import { addKey, keyIdOf, rotateKey, withdrawKey } from '../actions/manage-api-keys.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { SCOPES, type ApiKey, type Scope } from '../ports.ts'
import { keyOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'

/** GET·POST /v1/keys, DELETE /v1/keys/{id} and POST …/rotate: the company's keys. None makes one that may do more than itself. */
export const keyRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/', async (c) => {
      const manager = await keyOf(deps, c.req, 'keys')
      if (isProblem(manager)) return refuse(c, manager)
      const keys = await deps.memory.of(manager.company).apiKeys()
      return c.json({ keys: keys.map(shownKey) } satisfies KeysShown)
    })
    .post('/', async (c) => {
      const manager = await keyOf(deps, c.req, 'keys')
      if (isProblem(manager)) return refuse(c, manager)
      const body = await readBody(c.req, CreateKey)
      if (isProblem(body)) return refuse(c, body)
      const scopes = SCOPES.filter((scope) => body.scopes.includes(scope))
      if (!body.scopes.every((name) => isScope(name))) {
        return refuse(c, problem('body-not-valid', { at: 'scopes' }))
      }
      const made = await addKey(deps, manager, { name: body.name, scopes, endsAt: body.expiresAt })
      return isProblem(made) ? refuse(c, made) : showOnce(c, made)
    })
    .delete('/:id', async (c) => {
      const manager = await keyOf(deps, c.req, 'keys')
      if (isProblem(manager)) return refuse(c, manager)
      const withdrawn = await withdrawKey(deps, manager, c.req.param('id'))
      return isProblem(withdrawn) ? refuse(c, withdrawn) : c.body(null, 204)
    })
    .post('/:id/rotate', async (c) => {
      const manager = await keyOf(deps, c.req, 'keys')
      if (isProblem(manager)) return refuse(c, manager)
      const body = await readBody(c.req, RotateKey)
      if (isProblem(body)) return refuse(c, body)
      const made = await rotateKey(deps, manager, c.req.param('id'), {
        oldEndsAt: deps.now() + body.oldEndsInSeconds * 1000,
        endsAt: body.expiresAt,
      })
      return isProblem(made) ? refuse(c, made) : showOnce(c, made)
    })

const isScope = (name: string): name is Scope => SCOPES.some((scope) => scope === name)

const showOnce = (c: Context, { text, key }: MadeKey) =>
  c.json({ ...shownKey(key), key: text } satisfies KeyMade, 201, { 'Cache-Control': 'no-store' })

const shownKey = (key: ApiKey): KeyShown => ({
  id: keyIdOf(key),
  prefix: key.prefix,
  name: key.name,
  scopes: key.scopes,
  createdAt: new Date(key.createdAt).toISOString(),
  expiresAt: iso(key.endsAt),
  lastUsedAt: iso(key.lastUsedAt),
})

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
