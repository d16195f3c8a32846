import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemDocument } from '../../contract/problem.ts'
import type { Problem, ProblemCode } from '../actions/problem.ts'

type Row = readonly [status: ContentfulStatusCode, title: string, detail: string]

const NUMBER = 'The number'

/** What each refusal is over HTTP: its status, what it is called, and what to do. Nothing sent is repeated. */
export const PROBLEM_TABLE: { readonly [code in ProblemCode]: Row } = {
  'api-key-missing': [401, 'No API key', 'Send the key as "Authorization: Bearer qk_…".'],
  'api-key-ended': [
    401,
    'API key ended',
    'The key was withdrawn or its time is over. Use the one that took its place.',
  ],
  'api-key-mistyped': [
    401,
    'Not an API key',
    'No key is written like this: a character is missing or wrong.',
  ],
  'api-key-not-found': [404, 'No such API key', 'No key of this id is in force.'],
  'api-key-not-valid': [401, 'Unknown API key', 'The key is unknown.'],
  'attempt-already-used': [
    409,
    'Attempt already used',
    'The same attempt or id came before with other content. Begin a new one.',
  ],
  'batch-header-not-valid': [
    422,
    'Unknown column',
    'The first line of a CSV names its columns: one of phone, bsuid, email and external or more, sender, category, and template if wanted; no others.',
  ],
  'body-not-gzip': [
    400,
    'Not gzip',
    'The body is not the gzip that its Content-Encoding says, or breaks off.',
  ],
  'body-not-json': [400, 'Not JSON', 'The body could not be read as JSON.'],
  'body-not-valid': [400, 'Not as expected', 'A field is missing, of another kind, or unknown.'],
  'body-too-large': [413, 'Too large', 'The body is larger than this address takes.'],
  'campaign-not-found': [404, 'Unknown campaign', 'No link was made for a campaign of this name.'],
  'category-not-found': [422, 'Unknown category', 'The company’s document has no such category.'],
  'category-not-offered': [422, 'Category not offered', 'The form does not offer this category.'],
  'company-not-found': [404, 'Unknown company', 'There is no company of this id.'],
  'cursor-not-valid': [
    400,
    'Not a cursor of this feed',
    'Go on with a cursor that this company’s feed gave, or begin without one.',
  ],
  'document-not-valid': [
    422,
    'Document not as expected',
    'A part of the document is missing or odd.',
  ],
  'document-refused': [
    422,
    'Document refused',
    'What people would be shown is not honest enough; each refusal says why.',
  ],
  'form-not-found': [404, 'Unknown form', 'There is no form of this id.'],
  'form-taken': [409, 'Form id taken', 'A form id of the document belongs to another company.'],
  'handshake-not-valid': [403, 'Handshake refused', 'The verify token is not ours.'],
  'headers-too-many': [431, 'Too many headers', 'The request has more headers than are read.'],
  'hold-not-found': [404, 'Unknown hold', 'There is no hold of this id in force.'],
  'idempotency-key-in-use': [
    409,
    'Still at work',
    'A request with the same Idempotency-Key is being answered. Send it again in a moment.',
  ],
  'idempotency-key-not-valid': [
    400,
    'Idempotency-Key not valid',
    'An Idempotency-Key has 1 to 255 visible characters.',
  ],
  'idempotency-key-reused': [
    422,
    'Idempotency-Key used before',
    'Another request came with the same Idempotency-Key. Send each its own.',
  ],
  'import-differs': [
    409,
    'Not the same import',
    'An import of this id came before with other rows or options. Send those again, or give this one an id of its own.',
  ],
  'import-header-not-valid': [
    422,
    'Columns not understood',
    'The first line of a CSV names its columns: one of phone, bsuid, email and external or more, and of answer, categories, sender, at, source, key and evidence.… what is there. Others need the mapping `columns`, which names only columns that are there.',
  ],
  'import-in-use': [
    409,
    'Import at work',
    'Somebody is sending this import. Send it again once that has ended.',
  ],
  'import-mostly-refused': [
    422,
    'Most rows refused',
    'More than half of the rows, and more than 100,000, were refused: it is another file than was meant, or its columns are. Nothing more was read.',
  ],
  'import-not-found': [404, 'Unknown import', 'There is no import of this id.'],
  'import-not-from-there': [
    409,
    'Not where it ended',
    'As `from` name how many rows have been read. Go on from there, or send all of it without `from`.',
  ],
  'import-time-not-valid': [
    422,
    'Time of an old record not valid',
    'A yes needs the time at which it was said: a day such as 2024-05-31 or an instant with its zone, not in the future and not before WhatsApp.',
  ],
  internal: [
    500,
    'Our fault',
    'Something failed on our side. It was noted, and nothing was stored.',
  ],
  'kit-not-clear': [
    422,
    'No kit for this form',
    'What a person would send cannot name all that it agrees to: the titles of the form’s categories are too long together, or read as something else. Let the keyword stand for a form of fewer.',
  ],
  'kit-not-found': [
    404,
    'No kit',
    'The company’s document has no such sender, no keyword for a form of it, or the kit no such file.',
  ],
  'log-not-signed': [
    503,
    'Not in the log yet',
    'Nothing of this person has a place in the log yet. Ask again in a second.',
  ],
  'link-header-not-valid': [
    422,
    'Unknown column of a list of links',
    'The first line of a CSV names its columns: one of phone, bsuid, email and external or more, and form, channel, campaign, language and validForDays if wanted; no others.',
  ],
  'link-not-found': [404, 'Unknown link', 'There is no such link.'],
  'link-used': [409, 'Link used', 'The link’s one yes was said before.'],
  'log-size-not-valid': [
    422,
    'Not a size of this log',
    'Name two sizes that the log has had, the smaller first.',
  ],
  'not-found': [404, 'Nothing here', 'There is nothing at this address.'],
  'not-in-conflict': [
    409,
    'Nothing to settle',
    'Nothing is in doubt about this person, or nothing any more.',
  ],
  'notice-out-of-date': [
    409,
    'Notice out of date',
    'The words have changed since they were shown, or were shown too long ago. Show the ones given here.',
  ],
  'notice-token-not-valid': [422, 'Unknown notice', 'The notice token was not made for this form.'],
  'number-not-known': [
    422,
    'No one number known',
    'A link that is sent by SMS proves the number that it is sent to: name the person by it, or by what one number is known of.',
  ],
  'opt-in-not-found': [
    404,
    'Unknown opt-in',
    'There is no opt-in of this id that the watch token names.',
  ],
  'origin-not-allowed': [403, 'Origin not allowed', 'The form may not be used on this site.'],
  'person-not-found': [404, 'Unknown person', 'Nobody is known by this.'],
  'phone-country-not-offered': [
    422,
    'Country not offered',
    `${NUMBER} is of a country that is not offered.`,
  ],
  'phone-empty': [422, 'No number', 'A number is needed.'],
  'phone-not-digits': [
    422,
    'Not a number',
    'A number has digits, spaces and a plus, nothing else.',
  ],
  'phone-not-valid': [422, 'Not a valid number', `${NUMBER} does not exist in its country.`],
  'phone-premium': [422, 'Not a person’s number', `${NUMBER} is a premium or service number.`],
  'phone-too-long': [422, 'Too long', `${NUMBER} has too many digits.`],
  'phone-too-short': [422, 'Too short', `${NUMBER} has too few digits.`],
  'scope-missing': [403, 'Not allowed', 'The key has not the scope that this needs.'],
  'secret-not-allowed': [
    422,
    'Secret not allowed',
    'The document names an environment variable that the operator does not allow this company.',
  ],
  'sender-not-found': [422, 'Unknown sender', 'The company’s document has no such sender.'],
  'signature-not-valid': [401, 'Not signed', 'The signature is missing or not the provider’s.'],
  'signature-too-old': [
    401,
    'Signed too long ago',
    'Only a no is heard from a request whose signature is older than five minutes.',
  ],
  'time-not-valid': [
    422,
    'Time not valid',
    'An act may be at most 72 hours old and not in the future.',
  ],
  'too-many-requests': [
    429,
    'Too many requests',
    'More came than this address takes. Wait as long as Retry-After says.',
  ],
  'too-many-batches': [
    429,
    'Too many lists at once',
    'As many lists as can be are being judged. Send it again once one has ended.',
  ],
  'too-many-exports': [
    429,
    'Too many exports at once',
    'As many exports as can be are under way. Ask for it again once one has ended.',
  ],
  'too-many-imports': [
    429,
    'Too many imports at once',
    'As many imports as can be are under way. Send it again once one has ended.',
  ],
  unavailable: [503, 'Not now', 'It could not be kept. Send it again.'],
  'webhook-not-found': [404, 'Unknown webhook', 'The company’s document has no such webhook.'],
  'work-needed': [
    429,
    'Work it out first',
    'More opt-outs are typed here than people type. Do the work that is asked for and send the same again with it; a message with the word alone needs none.',
  ],
}

/** The media type of a problem document. */
export const PROBLEM_TYPE = 'application/problem+json'

/** Answers with a problem document (RFC 9457). */
export const refuse = (
  c: Context,
  { problem: code, more }: Problem,
  /** What somebody needs who takes another status for something else. */
  otherStatus?: ContentfulStatusCode,
) => {
  const [usual, title, detail] = PROBLEM_TABLE[code]
  const status = otherStatus ?? usual
  const document: ProblemDocument = {
    type: `urn:quiero:problem:${code}`,
    title,
    status,
    code,
    detail,
  }
  if (status === 401 && code.startsWith('api-key')) c.header('WWW-Authenticate', 'Bearer')
  return c.json({ ...document, ...more }, status, { 'Content-Type': PROBLEM_TYPE })
}
