import { expect } from 'vitest'
import type { LinkMade, MakeLink } from '../../contract/links.ts'
import { PUBLIC_URL, type Service } from '../support/service.ts'

/** Makes a link of the demo's, by SMS unless told otherwise. */
export const makeLink = async (
  service: Service,
  asked: Partial<MakeLink> & Pick<MakeLink, 'person'>,
): Promise<LinkMade> => {
  const body = { form: 'frm_demo', channel: 'sms', ...asked }
  const made = await service.ask('/v1/links', { key: service.keys.all, body })
  expect(made.status).toBe(201)
  return made.as<LinkMade>()
}

/** A link's address without the server's own. */
export const pathOf = ({ url }: LinkMade): string => url.replace(PUBLIC_URL, '')

/** Makes a link and gives its path. */
export const linkTo = async (
  service: Service,
  asked: Parameters<typeof makeLink>[1],
): Promise<string> => pathOf(await makeLink(service, asked))
