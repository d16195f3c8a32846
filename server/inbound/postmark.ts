import type { Delivered } from '../../consent/delivered.ts'
import { field, isObject, listAt, parseJson, textAt } from './json.ts'
import { accountByAddress, headersOf, mailOf } from './mail.ts'
import { hasBasicAuth } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'

/** E-mail through Postmark's inbound webhook (providers section 11). Nothing is signed: Basic in the address proves it. */
export const postmark: InboundProvider = {
  kind: 'postmark',
  heardBy: 'secret-path',
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => [readMail(parseJson(body))],
  accountOf: accountByAddress,
  // Postmark tries ten times, but stops at a 403.
  refusal: 403,
  answer: null,
}

const isProven = ({ header }: ProviderRequest, { secrets }: Credentials): boolean => {
  const { basicAuth = '' } = secrets
  return basicAuth !== '' && hasBasicAuth(header('authorization'), basicAuth)
}

const readMail = (mail: unknown): Delivered =>
  mailOf({
    id: textAt(mail, 'MessageID'),
    from: textAt(mail, 'FromFull', 'Email') ?? textAt(mail, 'From'),
    to: textAt(mail, 'OriginalRecipient') ?? textAt(mail, 'To'),
    subject: textAt(mail, 'Subject'),
    texts: [textAt(mail, 'StrippedTextReply'), textAt(mail, 'TextBody')],
    header: headersOf(listAt(mail, 'Headers').flatMap(headerOf)),
  })

const headerOf = (header: unknown): readonly (readonly [string, string])[] => {
  const [name, value] = [field(header, 'Name'), field(header, 'Value')]
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : []
}
