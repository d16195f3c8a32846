import type { PageTexts } from './page-texts.ts'

/** English. */
export const EN: PageTexts = {
  formTitle: '{company} on WhatsApp',
  languages: 'Language',
  fault: 'Check the form',
  lookAgain: 'Something is missing. It is marked below.',
  startAgain: 'We could not read the form. Fill it in and send it again.',
  anyCountry: 'Your country is not on the list? Write the number with + and its country code.',
  otherWays: 'Or send the message by:',
  wroteIt: 'Have you sent the message?',
  lookNow: 'See if it arrived',
  notYet:
    'Your message has not arrived yet. If you have sent it, wait a few seconds and look again.',
  anotherCode: 'Your message did not arrive in time. Go back to the form and get another code.',
  toForm: 'Back to the form',
  isItReally: 'Is it really {company}? Check the number',

  missing: 'This page does not exist',
  missingAbout: 'The link may be incomplete, or the business may have taken the page down.',
  foreign: 'We could not take it',
  foreignAbout:
    'The form was sent from another page. Open it here and send it again; nothing was kept.',
  trouble: 'Something failed on our side',
  troubleAbout: 'We do not know whether it was kept. Wait a moment and send it again.',
  busy: 'Too many at once',
  busyAbout: 'Nothing was kept. Wait a minute, go back and send it again.',

  working: 'One moment…',
  workingAbout:
    'A great many opt-outs are being typed here right now. Your browser works something out for a few seconds, and then yours is kept. There is nothing you need to do.',
  isStuck: 'Does it not go on? Write STOP in the chat: it counts at once.',
  stopWord: 'STOP',

  link: {
    toNumber: 'It will write to this number: {number}',
    another: 'Use another number',
    atOnce:
      'If you agree, it is confirmed. With another number a WhatsApp message is still needed, which is already written for you.',
    used: 'This link has been used',
    usedAbout: 'Somebody said yes with this link. Saying no always works.',
    closed: 'This link no longer takes a yes',
    closedAbout: 'Its time is over or the form has changed. Saying no always works.',
  },

  sender: {
    title: 'Is it really {company}?',
    about: 'This is an official WhatsApp number of {company}:',
    copyIt: 'Tap the number to select it, then copy it.',
    compare: 'Compare the number',
    pasteHere: 'Paste the number that wrote to you',
    pasteHow: 'In the chat, tap the name: the number is below it. We do not keep it.',
    check: 'Check',
    unclear: 'We could not read that number. Copy all of it, with + and the country code.',
    isTheirs: 'Yes, that number belongs to {company}.',
    isTheirsToo: 'Yes, that is another official number of {company}.',
    isTheirsAbout: 'Even so, never give anyone a code, a password or your card.',
    isNotTheirs: 'No. {company} does not write on WhatsApp from that number.',
    isNotTheirsAbout:
      'Do not reply, open no links and give no details. Block and report it: see below how.',
    recognise: 'What it looks like in WhatsApp',
    recogniseHow:
      'The name, {name}, stands at the top of the chat. Tap it and you will see the business info, with this same number: {number}. A photo and a name can be copied; the number cannot.',
    info: 'Business info',
    badge: {
      verified:
        'There is a verification tick beside the name. Meta puts it there after checking which business is behind the account. A tick inside the photo or typed into the name means nothing.',
      business:
        'The info says that it is a business account. Any business can have one, so always look at the number.',
    },
    neverAsks: 'What {company} will never ask you for',
    never: [
      'The six-digit WhatsApp code, or any other code that is sent to you.',
      'Passwords, PINs or bank logins.',
      'The number, expiry date or security code of your card.',
      'Payments to a person’s account or outside its official channels.',
      'To install an app or share your screen.',
    ],
    stop: 'How to stop messages',
    stopHow: 'Reply STOP in the chat, at any time. You need not give a reason.',
    block: 'How to block or report',
    blockHow:
      'In WhatsApp, open the chat, tap the name at the top, scroll to the end and choose “Block” or “Report”.',
    trademark:
      'WhatsApp is a trademark of its owner. This page is neither affiliated with the owner nor endorsed by it.',
  },
}
