import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Category, type Company, type Form } from '../../consent/company.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { noticeOf } from '../../consent/notice.ts'
import { formTextsOf } from '../../consent/own-texts.ts'
import { PAGE_TEXTS, pageTextsOf } from '../../consent/page-texts.ts'

const PLAIN: Category = {
  id: 'orders',
  kind: 'utility',
  title: { es: 'Pedidos', pt: 'Pedidos', en: 'Orders' },
  example: { es: 'El pedido salió', pt: 'O pedido saiu', en: 'The order left' },
  frequency: { atMost: 3, per: 'order' },
}

const FORM: Form = {
  id: 'frm_shop',
  sender: 'main',
  categories: ['orders'],
  origins: [],
  countries: ['MX'],
}

const COMPANY: Company = {
  id: 'aurora',
  name: 'Aurora',
  businessManagerId: '1',
  privacyUrl: 'https://aurora.example/',
  languages: LANGUAGES,
  categories: [PLAIN],
  senders: [{ id: 'main', phone: '+525512345678', displayName: 'Aurora', badge: 'business' }],
  forms: [FORM],
}

/** Words that are said to a tú alone, also where the verb stands with its pronoun. */
const TU =
  'tú tu tus tuyo tuya tuyos tuyas te ti contigo eres quieras quieres puedes tienes debes necesitas ' +
  'aceptas confirmas recibes envías envíes escribes escribas escribiste digitaste ' +
  'abre acepta agrega añade busca cambia cierra comprueba confirma continúa copia elige envía escanea escanéalo escribe espera ' +
  'ingresa intenta lee léelo marca mira pega pide presiona prueba responde revisa toca usa ve vuelve vuelves ' +
  'ábrelo baja bloquéalo complétalo cópialo des abras envíalo fíjate repórtalo respondas tócalo verás'

/** Words that are said to a usted alone; what is also said of the company (escribirá) is not among them. */
const USTED =
  'usted ustedes agregue añada continúe suyo suya suyos suyas abra busque cambie cierre compruebe confirme copie elija envíe ' +
  'escanee escanéelo escriba espere ingrese intente lea léalo mire pegue pida presione pruebe quiera ' +
  'responda revise toque use vea vuelva escribirle ' +
  'ábralo baje bloquéelo complételo cópielo dé envíelo envió fíjese repórtelo responda tóquelo verá necesita'

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}]+/gu) ?? []

/** What is said of the company, of its chat and of a mark to both alike. */
const OF_OTHERS = /\{company\} no escribe|se ve en|[Uu]na marca|es una marca/gu

const saidIn = (text: string, words: string): readonly string[] => {
  const wanted = words.split(' ')
  return wordsIn(text.replace(OF_OTHERS, '')).filter((word) => wanted.includes(word))
}

const gapsOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([key, text]) => [key, text.match(/\{\w+\}/gu)])

/** Everything that a form says to a person in Spanish, by key. The yes is the person's own: "quiero". */
const saidBy = (form: Form): Readonly<Record<string, string>> => {
  const { howToStop, notCondition, categories, privacy } = noticeOf(COMPANY, form, 'es')
  const texts = formTextsOf(form, 'es')
  const frequency = categories.map((category) => category.frequency).join()
  return {
    ...texts,
    howToStop,
    notCondition,
    frequency,
    privacy: privacy.text,
  }
}

const named = (what: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([key, text]) => [`${what} ${key}`, text])

/** Everything that the hosted pages say beside it, by key. */
const saidOnPagesOf = (form: Form): Readonly<Record<string, string>> => {
  const { sender, link, ...texts } = pageTextsOf(form, 'es')
  const { badge, never, ...about } = sender
  const said = { ...about, ...badge, never: never.join(' ') }
  return Object.fromEntries([...named('page', { ...texts, ...said }), ...named('link', link)])
}

const USTED_FORM: Form = { ...FORM, spanish: 'formal' }
const INFORMAL = { ...saidOnPagesOf(FORM), ...saidBy(FORM) }
const FORMAL = { ...saidOnPagesOf(USTED_FORM), ...saidBy(USTED_FORM) }

/** To a tú they bid, of a usted they tell: "si acepta, confirma". */
const BOTH = ['acepta', 'confirma']
const TU_ALONE = TU.split(' ')
  .filter((word) => !BOTH.includes(word))
  .join(' ')

describe('Spanish', () => {
  test.each(Object.entries(INFORMAL))('says tú and never usted: %s', (_, text) => {
    // "A ese número no podemos escribirle" is said of the number.
    const usted = saidIn(text.replace('A ese número no podemos escribirle', ''), USTED)
    expect(usted).toEqual([])
  })

  test.each(Object.entries(FORMAL))('formal, says usted and never tú: %s', (_, text) => {
    expect(saidIn(text, TU_ALONE)).toEqual([])
  })

  test('is other words wherever somebody is addressed, and the same words elsewhere', () => {
    const addressed = Object.entries(INFORMAL).filter(([, text]) => saidIn(text, TU).length > 0)
    expect(addressed.length).toBeGreaterThan(20)
    const unchanged = addressed.filter(([key, text]) => FORMAL[key] === text)
    expect(unchanged).toEqual([])
  })

  test('keeps every gap in both', () => {
    expect(gapsOf(FORMAL)).toEqual(gapsOf(INFORMAL))
  })

  test('is informal unless the form says otherwise, and other languages have one address', () => {
    expect(formTextsOf({ spanish: 'informal' }, 'es')).toEqual(FORM_TEXTS.es)
    expect(formTextsOf({}, 'es')).toEqual(FORM_TEXTS.es)
    expect(pageTextsOf(undefined, 'es')).toEqual(PAGE_TEXTS.es)
    for (const language of ['pt', 'en'] as const) {
      expect(formTextsOf({ spanish: 'formal' }, language)).toEqual(FORM_TEXTS[language])
      expect(pageTextsOf({ spanish: 'formal' }, language)).toEqual(PAGE_TEXTS[language])
      const formal = noticeOf(COMPANY, { ...FORM, spanish: 'formal' }, language)
      expect(formal).toEqual(noticeOf(COMPANY, FORM, language))
    }
  })
})
