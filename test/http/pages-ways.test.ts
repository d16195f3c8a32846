import { describe, expect, test } from 'vitest'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { PUBLIC_URL, type Service, serviceFor } from '../support/service.ts'
import { by, newPhone, reasons, writes } from './acts.ts'
import { postFields, readAloud, sayYes, typed, valueOf } from './page-forms.ts'
import { MAIL, partsOf, serviceOf, SMS, withDoors } from './ways.ts'

/** The links of a page that begin a draft, as a browser reads them. */
const draftsIn = ({ text }: { readonly text: string }): readonly string[] =>
  [...text.matchAll(/href="((?:sms|mailto):[^"]*)"/gu)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  )

const handedIn = (service: Service, phone: string, agent = 'a cheap phone') =>
  sayYes(
    service,
    { phone: typed(phone), categories: 'offers' },
    { origin: PUBLIC_URL, 'user-agent': agent },
  )

describe('after the plain form of a company with an SMS number and a mailbox', () => {
  const service = serviceOf(withDoors(SMS, MAIL))

  test('the message can go there too, with the same code', async () => {
    const page = await handedIn(service(), newPhone())
    const code = /#want (\w{7})/u.exec(readAloud(page))?.[1] ?? ''
    expect(readAloud(page)).toContain(PAGE_TEXTS.es.otherWays)
    const [sms = '', email = ''] = draftsIn(page)
    expect(partsOf(sms)).toMatchObject({ to: 'sms:+5511912345670' })
    expect(partsOf(sms).text).toMatch(new RegExp(`^#want ${code} `, 'u'))
    expect(partsOf(email)).toMatchObject({
      to: 'mailto:want%2Bit@shop.example',
      subject: `#want ${code}`,
    })
    const again = { id: valueOf(page, 'id'), watch: valueOf(page, 'watch') }
    const looked = await postFields(service(), '/f/frm_demo/status?language=es', again)
    expect(draftsIn(looked)).toEqual([sms, email])
  })

  test('what an SMS says is the yes that was ticked', async () => {
    const phone = newPhone()
    const [sms = ''] = draftsIn(await handedIn(service(), phone))
    await writes(service(), by(phone), partsOf(sms).text ?? '')
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
  })

  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', '&body='],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', '&body='],
    ['Mozilla/5.0 (Linux; Android 14)', '?body='],
  ])('%s is given the SMS with %s', async (agent, begin) => {
    const [sms = ''] = draftsIn(await handedIn(service(), newPhone(), agent))
    expect(sms.startsWith(`sms:+5511912345670${begin}%23want`)).toBe(true)
  })
})

describe('after the plain form of a company with neither', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('there is the chat alone', async () => {
    const page = await handedIn(service(), newPhone())
    expect(page.status).toBe(200)
    expect(draftsIn(page)).toEqual([])
    expect(readAloud(page)).not.toContain(PAGE_TEXTS.es.otherWays)
  })
})
