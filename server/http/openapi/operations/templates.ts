import type { Operations } from '../operation.ts'

const TEMPLATE_EXAMPLE = {
  title: 'Una oferta',
  body: 'Hola, {{1}}: en Café Aurora hay {{2}} de descuento hoy. Para no recibir más, responde SALIR.',
  samples: ['Ana', '15 %'],
}

/** The texts of templates, before Meta reads them. */
export const TEMPLATES: Operations = {
  'POST /v1/templates/check': {
    id: 'checkTemplate',
    tag: 'Company',
    summary: 'Have a template read before Meta reads it',
    says: [
      'Is the business named, does it say how to stop in a word that is heard, is it of the kind and in the language that it claims, would Meta’s form take it? Meta has the last word.',
    ],
    opens: 'company',
    body: [
      {
        schema: 'CheckTemplate',
        examples: {
          'An offer': {
            kind: 'marketing',
            language: 'es',
            body: 'Hola, {{1}}: en Café Aurora hay {{2}} de descuento hoy.',
          },
        },
      },
    ],
    answers: {
      200: {
        says: 'What `must` or `should` be mended, and three good ones of the same kind.',
        bodies: [
          {
            schema: 'TemplateChecked',
            examples: {
              'It does not say how to stop': {
                passes: false,
                findings: [
                  {
                    rule: 'opt-out-missing',
                    weight: 'must',
                    where: 'body',
                    sentence: {
                      es: 'Di cómo dejar de recibir estos mensajes.',
                      pt: 'Diga como parar de receber estas mensagens.',
                      en: 'Say how to stop these messages.',
                    },
                  },
                ],
                examples: [TEMPLATE_EXAMPLE],
              },
            },
          },
        ],
      },
    },
    problems: [],
  },
  'GET /v1/templates/examples': {
    id: 'listTemplateExamples',
    tag: 'Company',
    summary: 'Read good templates',
    says: ['Three of every kind in every language, with your name in them.'],
    opens: 'company',
    answers: {
      200: {
        says: 'The templates.',
        bodies: [
          {
            schema: 'TemplateExamplesShown',
            examples: {
              'One of them': {
                examples: [{ kind: 'marketing', language: 'es', ...TEMPLATE_EXAMPLE }],
              },
            },
          },
        ],
      },
    },
    problems: [],
  },
}
