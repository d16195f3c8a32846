import type { TemplateRuleName } from '../../consent/check-template.ts'
import type { Template } from '../../consent/template.ts'

/** What is amiss, the one thing that is found, where, and the template. */
export type BadTemplate = readonly [
  what: string,
  rule: TemplateRuleName,
  where: string,
  template: Template,
]

const bases = {
  offer: {
    kind: 'marketing',
    language: 'es',
    body: 'Hola, {{1}}: en Café Aurora tenemos {{2}} con descuento hasta el domingo. Te esperamos en la tienda.',
    footer: 'Responde SALIR para no recibir más mensajes',
  },
  oferta: {
    kind: 'marketing',
    language: 'pt',
    body: 'Oi, {{1}}! Na Café Aurora temos {{2}} com desconto até domingo. Esperamos você na loja.',
    footer: 'Responda SAIR para não receber mais mensagens',
  },
  deal: {
    kind: 'marketing',
    language: 'en',
    body: 'Hi {{1}}, at Café Aurora we have {{2}} at a discount until Sunday. We hope to see you in the shop.',
    footer: 'Reply STOP to opt out',
  },
  pedido: {
    kind: 'utility',
    language: 'es',
    body: 'Hola, {{1}}: tu pedido {{2}} de Café Aurora ya está en camino y llega hoy por la tarde.',
    footer: 'Responde SALIR para no recibir más mensajes',
  },
  entrega: {
    kind: 'utility',
    language: 'pt',
    body: 'Oi, {{1}}! Seu pedido {{2}} da Café Aurora já saiu e chega hoje à tarde na sua casa.',
    footer: 'Responda SAIR para não receber mais mensagens',
  },
  order: {
    kind: 'utility',
    language: 'en',
    body: 'Hi {{1}}, your order {{2}} from Café Aurora is on its way and arrives this afternoon.',
    footer: 'Reply STOP to opt out',
  },
  code: {
    kind: 'authentication',
    language: 'en',
    body: '*{{1}}* is your verification code. For your security, do not share this code.',
  },
  help: {
    kind: 'service',
    language: 'es',
    body: 'Hola, soy {{1}} de Café Aurora. Ya tenemos la respuesta a tu pregunta. ¿Seguimos por aquí?',
    footer: 'Responde SALIR para no recibir más mensajes',
  },
} as const satisfies Readonly<Record<string, Template>>

/** A good template with something put into it. */
export const bad = (base: keyof typeof bases, change: Partial<Template>): Template => ({
  ...bases[base],
  ...change,
})

/** A good template with a sentence more. */
export const saying = (base: keyof typeof bases, sentence: string): Template =>
  bad(base, { body: `${bases[base].body} ${sentence}` })

/** A good template with a sentence less: the body alone, with nothing of how to stop. */
export const only = (base: keyof typeof bases, change: Partial<Template> = {}): Template =>
  bad(base, { footer: undefined, ...change })

export const quick = (text: string, payload?: string) =>
  payload === undefined
    ? ({ kind: 'quick-reply', text } as const)
    : ({ kind: 'quick-reply', text, payload } as const)

export const link = (url: string, text = 'Ver') => ({ kind: 'url', text, url }) as const
