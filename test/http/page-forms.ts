import { expect } from 'vitest'
import { type Answer, PUBLIC_URL, type Service } from '../support/service.ts'

/** The fields of a form as a browser would send them; a list is sent as several fields of one name. */
export type Fields = { readonly [name: string]: string | readonly string[] }

const MARKS: { readonly [entity: string]: string } = { amp: '&', quot: '"', lt: '<', gt: '>' }

/** What a page says, as it is read. */
export const readAloud = ({ text }: Answer): string =>
  text
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&#39;/gu, "'")
    .replace(/&(\w+);/gu, (_, name: string) => MARKS[name] ?? '')
    .replace(/\s+/gu, ' ')

/** Opens a page as a browser does. */
export const open = (
  service: Service,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  service.ask(path, {
    headers: { accept: 'text/html,*/*', 'accept-language': 'es-MX', ...headers },
  })

/** Posts a form as a browser does, from our own page unless told otherwise. */
export const postFields = (
  service: Service,
  path: string,
  fields: Fields,
  headers: Readonly<Record<string, string>> = { origin: PUBLIC_URL },
): Promise<Answer> => {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  )
  return service.ask(path, {
    method: 'POST',
    body: body.toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'accept-language': 'es-MX',
      ...headers,
    },
  })
}

/** The value of a field in a page. */
export const valueOf = ({ text }: Answer, name: string): string => {
  const [field] = new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'u').exec(text) ?? []
  return /value="([^"]*)"/u.exec(field ?? '')?.[1] ?? ''
}

/** Fills the demo's form in on its page and presses yes; what is given replaces what is filled in by itself. */
export const sayYes = async (
  service: Service,
  fields: Fields,
  headers?: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const page = await open(service, '/f/frm_demo')
  expect(page.status).toBe(200)
  const filled = {
    noticeToken: valueOf(page, 'noticeToken'),
    attempt: valueOf(page, 'attempt'),
    country: 'MX',
    categories: ['orders', 'offers'],
    answer: 'yes',
    ...fields,
  }
  return postFields(service, '/f/frm_demo?language=es', filled, headers)
}

/** The national digits of a Mexican number. */
export const typed = (phone: string): string => phone.replace('+52', '')
