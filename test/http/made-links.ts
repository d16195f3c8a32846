import { expect } from 'vitest'
import type { CampaignShown, LinkMade, MakeLink } from '../../contract/links.ts'
import { type Answer, PUBLIC_URL, type Service } from '../support/service.ts'
import { type Fields, open, postFields, valueOf } from './page-forms.ts'

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

/** Ticks both boxes on a link's page and presses yes; what is given replaces what is filled in by itself. */
export const sayYesByLink = async (
  service: Service,
  path: string,
  fields: Fields = {},
  headers?: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const page = await open(service, path)
  expect(page.status).toBe(200)
  const filled = {
    noticeToken: valueOf(page, 'noticeToken'),
    country: 'MX',
    phone: '',
    categories: ['orders', 'offers'],
    answer: 'yes',
    ...fields,
  }
  return postFields(service, path, filled, headers)
}

/** How many events are stored. */
export const eventsIn = async (service: Service): Promise<number> =>
  (await service.rows())['events'] ?? 0

/** What came of a campaign. */
export const funnel = async (service: Service, campaign: string): Promise<CampaignShown> => {
  const answer = await service.ask(`/v1/campaigns/${campaign}`, { key: service.keys.links })
  return answer.as<CampaignShown>()
}
