import type { TemplateExamples } from './template-examples.ts'

const footer = 'Responde SALIR para no recibir más mensajes.'

/** In Spanish. */
export const TEMPLATE_EXAMPLES_ES: TemplateExamples = {
  marketing: [
    {
      title: 'Oferta con fecha',
      header: 'Una oferta para ti',
      body: 'Hola, {{1}}: en {company} tienes {{2}} de descuento en {{3}} hasta el {{4}}. Te esperamos en la tienda o en nuestra página.',
      footer,
      buttons: [{ kind: 'quick-reply', text: 'No recibir más', payload: 'OPT_OUT_MARKETING' }],
      samples: ['Ana', '15 %', 'café en grano', '30 de junio'],
    },
    {
      title: 'Producto nuevo',
      body: 'Hola, {{1}}: ya llegó a {company} lo que muchos nos pedían, {{2}}. Si quieres saber más, escríbenos por aquí y te contamos todo.',
      footer,
      samples: ['Ana', 'el café de Huila'],
    },
    {
      title: 'Invitación',
      body: 'Hola, {{1}}: {company} te invita a {{2}} el {{3}} a las {{4}}. La entrada es libre y puedes venir con quien quieras. ¿Nos acompañas?',
      footer,
      buttons: [
        { kind: 'quick-reply', text: 'Sí, voy' },
        { kind: 'quick-reply', text: 'Salir' },
      ],
      samples: ['Ana', 'una cata de cafés', '12 de mayo', '18 h'],
    },
  ],
  utility: [
    {
      title: 'Pedido en camino',
      body: 'Hola, {{1}}: tu pedido {{2}} de {company} ya está en camino y llega el {{3}}. Si no vas a estar, respóndenos por aquí y cambiamos la entrega.',
      footer,
      samples: ['Ana', '4821', 'jueves 14 de mayo'],
    },
    {
      title: 'Recordatorio de cita',
      body: 'Hola, {{1}}: te recordamos tu cita en {company} el {{2}} a las {{3}}. Si necesitas cambiarla, elige una opción y te ayudamos.',
      footer,
      buttons: [
        { kind: 'quick-reply', text: 'Confirmo' },
        { kind: 'quick-reply', text: 'Cambiar la fecha' },
      ],
      samples: ['Ana', 'martes 12 de mayo', '10:30 h'],
    },
    {
      title: 'Pago recibido',
      body: 'Hola, {{1}}: en {company} recibimos tu pago de {{2}} por la factura {{3}}. No tienes que hacer nada más. Gracias.',
      footer,
      samples: ['Ana', '$ 480.00', 'A-1207'],
    },
  ],
  authentication: [
    { title: 'Código', body: 'Tu código de verificación es *{{1}}*.', samples: ['482913'] },
    {
      title: 'Código con aviso',
      body: 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.',
      samples: ['482913'],
    },
    {
      title: 'Código que caduca, con su botón',
      body: 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.',
      footer: 'Este código caduca en 10 minutos.',
      buttons: [{ kind: 'one-time-code', text: 'Copiar código' }],
      samples: ['482913'],
    },
  ],
  service: [
    {
      title: 'Respuesta a una consulta',
      body: 'Hola, {{1}}: te escribe {{2}}, de {company}, por tu consulta {{3}}. Ya tenemos una respuesta para ti. ¿Quieres que sigamos por aquí?',
      footer,
      buttons: [{ kind: 'quick-reply', text: 'Sí, sigamos' }],
      samples: ['Ana', 'Luis', 'C-318'],
    },
    {
      title: 'Falta un dato',
      body: 'Hola, {{1}}: para seguir con tu reclamo {{2}} en {company} nos falta {{3}}. Puedes enviarlo por este chat cuando quieras.',
      footer,
      samples: ['Ana', 'R-77', 'una foto del paquete'],
    },
    {
      title: 'Caso cerrado',
      body: 'Hola, {{1}}: tu caso {{2}} en {company} está resuelto: {{3}} según lo acordado. Si algo no quedó bien, respóndenos y lo vemos de nuevo.',
      footer,
      samples: ['Ana', 'R-77', 'se envió otro paquete'],
    },
  ],
}
