import { expect, test } from 'vitest'
import { mailLink, smsLink } from '../../consent/deep-link.ts'
import { draftIn } from '../../widget/open-link.ts'

const BODY = '¡Hola! Quiero recibir mensajes de Café Aurora.'

test.each([
  ['WhatsApp', 'https://wa.me/5511912345678?text=%23want%20offers', '#want offers'],
  ['SMS', `${smsLink('+5511912345679', '#want')}%20offers`, '#want offers'],
  ['SMS on an iPhone', 'sms:+5511912345679&body=%23want%20offers', '#want offers'],
  [
    'e-mail',
    `${mailLink('hola@cafe-aurora.example', { subject: '#want', body: BODY })}%20offers`,
    '#want offers',
  ],
])('what is copied for %s before there is a code is what counts', (_, link, text) => {
  expect(draftIn(link, undefined).shortest).toBe(text)
})

test('with a code an e-mail is copied up to the code', () => {
  const link = mailLink('hola@cafe-aurora.example', {
    subject: '#want K7Q2MXA',
    body: `#want K7Q2MXA\r\n\r\n${BODY}`,
  })
  expect(draftIn(link, 'K7Q2MXA').shortest).toBe('#want K7Q2MXA')
})
