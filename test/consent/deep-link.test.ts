import { describe, expect, test } from 'vitest'
import { mailLink, smsLink } from '../../consent/deep-link.ts'

describe('a draft of an SMS in a link', () => {
  test.each([
    ['#want K7Q2MXA', 'sms:+5511912345679?body=%23want%20K7Q2MXA'],
    ['a+b & c=d? 100%', 'sms:+5511912345679?body=a%2Bb%20%26%20c%3Dd%3F%20100%25'],
    ['Café ☕', 'sms:+5511912345679?body=Caf%C3%A9%20%E2%98%95'],
  ])('%s is %s', (body, link) => {
    expect(smsLink('+5511912345679', body)).toBe(link)
  })

  test('has one question mark, so that it can be changed where another sign is wanted', () => {
    expect(smsLink('+5511912345679', '¿a? b?').split('?')).toHaveLength(2)
  })
})

describe('a draft of an e-mail in a link', () => {
  test.each([
    [{ subject: '#want offers', body: null }, 'mailto:want@shop.example?subject=%23want%20offers'],
    [
      { subject: '#want K7Q2MXA', body: 'a\r\nb' },
      'mailto:want@shop.example?body=a%0D%0Ab&subject=%23want%20K7Q2MXA',
    ],
    [{ subject: 's', body: 'a\nb' }, 'mailto:want@shop.example?body=a%0D%0Ab&subject=s'],
    [
      { subject: 'a+b & c', body: 'cc=x?' },
      'mailto:want@shop.example?body=cc%3Dx%3F&subject=a%2Bb%20%26%20c',
    ],
  ])('%j is %s', (draft, link) => {
    expect(mailLink('want@shop.example', draft)).toBe(link)
  })

  test('is to the whole address, plus sign and all', () => {
    expect(mailLink('want+it@shop.example', { subject: 's', body: null })).toBe(
      'mailto:want%2Bit@shop.example?subject=s',
    )
  })
})
