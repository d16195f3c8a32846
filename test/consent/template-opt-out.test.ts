import { describe, expect, test } from 'vitest'
import type { Template } from '../../consent/template.ts'
import { COMPANY, found } from './read-template.ts'

const offer = (change: Partial<Template>): Template => ({
  kind: 'marketing',
  language: 'es',
  body: 'Hola, {{1}}: en Café Aurora hay descuentos para ti hasta el domingo, ven a verlos.',
  ...change,
})

const button = (text: string, payload?: string): Template =>
  offer({ buttons: [{ kind: 'quick-reply', text, payload }] })

describe('how to stop', () => {
  test.each([
    'Responde SALIR',
    'Escribe «baja» si no quieres más mensajes',
    'Para no recibir más mensajes escribe salir',
    'Manda la palabra DETENER en cualquier momento',
    'STOP para dejar de recibir',
    '¿No más mensajes? Responde a este mensaje con «Salir»',
    'Responde #stop y listo',
  ])('is said by: %s', (footer) => {
    expect(found(offer({ footer }))).toEqual([])
  })

  test.each(['salir', 'STOP', 'Dar de baja', 'Unsubscribe'])('is a button that says %s', (text) => {
    expect(found(button(text))).toEqual([])
  })

  test.each(['OPT_OUT', 'opt_out_marketing', 'OPT_OUT:offers', 'STOP'])(
    'is a button that sends %s, whatever it says',
    (payload) => {
      expect(found(button('Ya no, gracias', payload))).toEqual([])
    },
  )

  test.each(['want:offers', 'unsub-17', 'no', '{"opt_out":true}'])(
    'is no button that sends %s',
    (payload) => {
      expect(found(button('Ya no quiero mensajes', payload))).toHaveLength(1)
    },
  )

  test('is a word with a second meaning only where every sender takes it', () => {
    const template = offer({ footer: 'Responde CANCELAR para no recibir más' })
    const [main] = COMPANY.senders
    if (!main) throw new Error('demo/company.json has changed')
    const taking = { ...main, alsoStopOn: ['cancelar'] }
    const one = { ...COMPANY, senders: [taking] }
    const both = { ...COMPANY, senders: [taking, { ...main, id: 'second' }] }
    expect(found(template, one)).toEqual([])
    expect(found(template, both)).toEqual(['opt-out-not-heard body'])
    expect(found(template)).toEqual(['opt-out-not-heard body'])
  })

  test('is another matter than ending a contract, which may take a call', () => {
    const contract: Template = {
      kind: 'utility',
      language: 'es',
      body: 'Hola, {{1}}: tu plan de Café Aurora se renueva el {{2}}. Para cancelar tu suscripción llama al 0800.',
    }
    expect(found(contract)).toEqual(['opt-out-advised body'])
    expect(found({ ...contract, kind: 'marketing' })).toEqual(['opt-out-hard body'])
  })

  test('is not asked of a code', () => {
    const code: Template = { kind: 'authentication', language: 'es', body: 'Tu código: {{1}}.' }
    expect(found(code)).toEqual([])
  })
})
