import { afterAll, beforeAll } from 'vitest'
import type { Company, Door } from '../../consent/company.ts'
import { demoDocument, openService, type Service } from '../support/service.ts'

export const SMS = { id: 'sms', kind: 'twilio-sms', phone: '+5511912345670' }
export const MAIL = { id: 'mail', kind: 'postmark', address: 'want+it@shop.example' }

/** What is handed in where only a code is wanted. */
export const NO_PHONE = { phone: undefined }

/** The parts of a link that a page or a phone reads. */
export const partsOf = (link: string) => {
  const { protocol, pathname, searchParams } = new URL(link)
  const text = searchParams.get('text') ?? searchParams.get('body')
  return { to: protocol + pathname, text, subject: searchParams.get('subject') }
}

/** One of several links, by the way it goes. */
export const linkBy = (way: string, links: object): string =>
  Object.entries(links).find(([name]) => name === way)?.[1] ?? ''

/** The demo with other ways in. */
export const withDoors = (...doors: readonly Door[]): Company => ({ ...demoDocument(), doors })

/** A service of one company, for the tests around it. */
export const serviceOf = (document: Company): (() => Service) => {
  let service: Service | undefined
  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
    await service.load(document)
  })
  afterAll(() => service?.close())
  return () => {
    if (!service) throw new Error('the service is not open yet')
    return service
  }
}
