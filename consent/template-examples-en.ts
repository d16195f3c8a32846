import type { TemplateExamples } from './template-examples.ts'

const footer = 'Reply STOP to stop these messages.'

/** In English. */
export const TEMPLATE_EXAMPLES_EN: TemplateExamples = {
  marketing: [
    {
      title: 'An offer with a date',
      header: 'An offer for you',
      body: 'Hi {{1}}, at {company} you get {{2}} off {{3}} until {{4}}. We look forward to seeing you in the shop or on our site.',
      footer,
      buttons: [{ kind: 'quick-reply', text: 'No more offers', payload: 'OPT_OUT_MARKETING' }],
      samples: ['Ana', '15%', 'whole-bean coffee', 'June 30'],
    },
    {
      title: 'A new product',
      body: 'Hi {{1}}, {company} now has what many of you were asking for, {{2}}. If you want to know more, write to us here and we will tell you all about it.',
      footer,
      samples: ['Ana', 'the Huila coffee'],
    },
    {
      title: 'An invitation',
      body: 'Hi {{1}}, {company} invites you to {{2}} on {{3}} at {{4}}. Entry is free and you can bring anyone you like. Will you join us?',
      footer,
      buttons: [
        { kind: 'quick-reply', text: 'Yes, I will' },
        { kind: 'quick-reply', text: 'Stop' },
      ],
      samples: ['Ana', 'a coffee tasting', 'May 12', '6 pm'],
    },
  ],
  utility: [
    {
      title: 'An order on its way',
      body: 'Hi {{1}}, your order {{2}} from {company} is on its way and arrives on {{3}}. If nobody will be there, reply here and we change the delivery.',
      footer,
      samples: ['Ana', '4821', 'Thursday, May 14'],
    },
    {
      title: 'An appointment',
      body: 'Hi {{1}}, this is a reminder of your appointment at {company} on {{2}} at {{3}}. If you need to change it, choose an option and we will help you.',
      footer,
      buttons: [
        { kind: 'quick-reply', text: 'I will be there' },
        { kind: 'quick-reply', text: 'Change the date' },
      ],
      samples: ['Ana', 'Tuesday, May 12', '10:30 am'],
    },
    {
      title: 'A payment received',
      body: 'Hi {{1}}, {company} has received your payment of {{2}} for invoice {{3}}. There is nothing more for you to do. Thank you.',
      footer,
      samples: ['Ana', '$48.00', 'A-1207'],
    },
  ],
  authentication: [
    { title: 'A code', body: '*{{1}}* is your verification code.', samples: ['482913'] },
    {
      title: 'A code with a warning',
      body: '*{{1}}* is your verification code. For your security, do not share this code.',
      samples: ['482913'],
    },
    {
      title: 'A code that expires, with its button',
      body: '*{{1}}* is your verification code. For your security, do not share this code.',
      footer: 'This code expires in 10 minutes.',
      buttons: [{ kind: 'one-time-code', text: 'Copy code' }],
      samples: ['482913'],
    },
  ],
  service: [
    {
      title: 'An answer to a question',
      body: 'Hi {{1}}, this is {{2}} from {company} about your question {{3}}. We have an answer for you now. Shall we go on here?',
      footer,
      buttons: [{ kind: 'quick-reply', text: 'Yes, go on' }],
      samples: ['Ana', 'Luis', 'C-318'],
    },
    {
      title: 'Something is missing',
      body: 'Hi {{1}}, to go on with your complaint {{2}} at {company} we still need {{3}}. You can send it in this chat at any time.',
      footer,
      samples: ['Ana', 'R-77', 'a photo of the parcel'],
    },
    {
      title: 'A case closed',
      body: 'Hi {{1}}, your case {{2}} at {company} is solved: {{3}} as we agreed. If something is still not right, reply and we will look at it again.',
      footer,
      samples: ['Ana', 'R-77', 'another parcel was sent'],
    },
  ],
}
