import { TEMPLATE_LIMITS as MOST } from './template-shape.ts'
import type { TemplateSentences } from './template-sentences.ts'

/** In English. */
export const TEMPLATE_SENTENCES_EN: TemplateSentences = {
  'body-empty': 'Write what the message says: placeholders alone tell nobody what it is about.',
  'text-too-long': `Shorten it: ${MOST.body} characters in the body, ${MOST.header} in the header and in the footer, ${MOST.button} on a button, ${MOST.url} in a link.`,
  'buttons-too-many':
    'Take buttons out: ten in all, two with links, one that calls and one that copies a code.',
  'buttons-in-disorder': 'Put the quick replies side by side, before or after all other buttons.',
  'button-twice': 'Give each button a text of its own.',
  'not-plain':
    'Write plain words here: headers, footers and buttons take no line break, no emoji and no * _ ~ `.',
  spacing: 'Take out tabs, five spaces in a row and two empty lines in a row.',
  'characters-hidden':
    'Take out the characters that nobody sees, or that turn the direction of the text.',
  'emojis-too-many': 'Ten emojis are enough; with more WhatsApp may refuse the template.',
  'link-not-valid':
    'Write the whole link, from https:// on, with one placeholder at most and that at its end.',
  'link-hides-target':
    'Link to your own site: WhatsApp takes no shortened links and none into WhatsApp itself.',
  'placeholder-malformed':
    'Write each placeholder as {{1}} or as {{first_name}}: small letters, digits and _, at most 32.',
  'placeholder-not-taken':
    'Take the placeholder out: a header takes one, footers and the texts of buttons take none.',
  'placeholders-mixed': 'Number all placeholders or name all of them, not some of each.',
  'placeholders-not-in-row': 'Number the placeholders of each part from 1 on, without a gap.',
  'placeholder-twice': 'Give each placeholder a name of its own.',
  'placeholder-at-edge': 'Begin and end the body with words, not with a placeholder.',
  'placeholders-touch': 'Put words between the two placeholders.',
  'placeholders-too-many':
    'Say more in words: with three for each placeholder and one more WhatsApp takes it.',
  'business-not-named': 'Name the business, as people know it, in the header, body or footer.',
  'whatsapp-misspelt':
    'Write WhatsApp with a capital W and a capital A, as one word, never shortened.',
  'claims-partnership':
    'Take the claim out: WhatsApp is no partner of the business and endorses nothing.',
  shames: 'Say what the message is about, and do not make a no feel foolish.',
  'asks-for-secrets':
    'Do not ask in a chat for passwords or for whole numbers of cards, accounts or documents.',
  'opt-out-missing':
    'Say how to stop, for example in the footer: “Reply STOP to stop these messages”.',
  'opt-out-advised':
    'Better say how to stop here too, for example in the footer: “Reply STOP to stop these messages”.',
  'opt-out-not-heard':
    'Name a word that stops, such as STOP, or give the button the payload OPT_OUT: this one would not be heard.',
  'opt-out-hard':
    'Let people stop by one word in the chat: a no takes no login, no call and no visit.',
  promotion:
    'Take out what sells, or make it a marketing template: WhatsApp counts any promotion as marketing.',
  'code-outside-authentication':
    'Send one-time codes with an authentication template: WhatsApp takes them in no other.',
  'code-missing':
    'Say that this is a code, with one placeholder for it: “{{1}} is your verification code.”',
  'code-with-more':
    'Take this out: an authentication template has the code, a warning and the button that copies it.',
  'not-specific':
    'Say which order, appointment or account it is about, with a placeholder: else WhatsApp may count it as marketing.',
  'language-differs': 'Write all of it in the language that the template is for.',
}
