import { USUAL_RATES } from '../../limits.ts'

const rate = (limit: keyof typeof USUAL_RATES): string => {
  const { points, seconds } = USUAL_RATES[limit]
  return `${points.toLocaleString('en')} in ${seconds.toLocaleString('en')} seconds`
}

/** What holds for every operation, in Markdown: headings, paragraphs and code, nothing else. */
export const GUIDE = `One question before every message: may I send this kind of message to this person from this number, now, and what proves it?

## Authentication

Every operation but those for pages takes \`Authorization: Bearer qk_…\`. A key has scopes, and opens what they name. It is shown once, when it is made: by \`quiero keys create\` in a terminal, or by \`POST /v1/keys\`. The last six characters are a checksum, so that a slip of the hand (\`api-key-mistyped\`) is told from a key that is unknown.

A number is never part of an address, and nothing acts on GET.

## Problems

What is refused is answered with a problem document (RFC 9457, \`application/problem+json\`). Its \`code\` is a machine word of a closed list, its \`detail\` says what to do, \`at\` names the field that is amiss. It never repeats a value that was sent. Fields may be added to any answer: ignore those that you do not know.

An error, a timeout or an answer that breaks off is never an “allow”.

## Repeating

Send an \`Idempotency-Key\` with what acts, and the same request again whenever no answer came. For a day it is done once and answered as the first time, with \`Idempotent-Replayed: true\`. What was refused did nothing, so it can be mended under the same key. For ever, and without the header, an act’s own \`id\` does the same.

## Limits

A key may ask ${rate('key')}; forms are counted by form, by address and by number too. \`RateLimit\` and \`RateLimit-Policy\` tell what is left (draft-ietf-httpapi-ratelimit-headers-10); past that the answer is 429 with \`Retry-After\`. A no is never counted, however it comes. A body may have a megabyte and half a minute, a list as long as it needs.

## Not in this document

The pages that people see and the scripts of the widget, which are told of in the README, \`/metrics\`, which is for whoever runs the server, and the addresses that providers post to, whose requests are the providers’ own.`

/** How what is posted to a company is signed. */
export const SIGNING =
  'Signed as Standard Webhooks says (https://www.standardwebhooks.com): `webhook-signature` is over `webhook-id`, `webhook-timestamp` and the body. Check it with any of its libraries.'
