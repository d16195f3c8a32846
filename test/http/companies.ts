import type { Company } from '../../consent/company.ts'
import { demoDocument } from '../support/service.ts'

/** The other company's number at Meta. */
export const OTHER_PHONE_NUMBER_ID = '999999999999999'

/** The address of the other company's webhooks. */
export const OTHER_WEBHOOK = '/webhooks/whatsapp-cloud/other/main'

/** A second company on the same server, whose sender and categories bear the ids of the demo's. */
export const otherCompany = (): Company => {
  const demo = demoDocument()
  return {
    ...demo,
    id: 'other',
    name: 'Librería Sur',
    senders: demo.senders.map((sender) => ({
      ...sender,
      phone: '+5491123456789',
      displayName: 'Librería Sur',
      provider: {
        kind: 'whatsapp-cloud',
        phoneNumberId: OTHER_PHONE_NUMBER_ID,
        appSecret: { env: 'QUIERO_SECRET_OTHER' },
        verifyToken: { env: 'QUIERO_SECRET_OTHER' },
      },
    })),
    keywords: [{ word: '#want', form: 'frm_other' }],
    forms: demo.forms.map((form) => ({ ...form, id: 'frm_other' })),
  }
}

/** The demo with a second sender under the same credentials, and with a category of the kind `service`. */
export const twoSenders = (): Company => {
  const demo = demoDocument()
  const [main] = demo.senders
  const [orders] = demo.categories
  if (main?.provider?.kind !== 'whatsapp-cloud' || !orders)
    throw new Error('demo/company.json has changed')
  const titles = { es: 'Ayuda', pt: 'Ajuda', en: 'Support' }
  return {
    ...demo,
    categories: [...demo.categories, { ...orders, id: 'support', kind: 'service', title: titles }],
    senders: [
      main,
      {
        ...main,
        id: 'second',
        phone: '+5511912345679',
        provider: { ...main.provider, phoneNumberId: SECOND_PHONE_NUMBER_ID },
      },
    ],
  }
}

/** The demo's second number at Meta, where it has one. */
export const SECOND_PHONE_NUMBER_ID = '106540352242923'
