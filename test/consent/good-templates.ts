import type { Template } from '../../consent/template.ts'

const all = (
  language: Template['language'],
  templates: readonly Omit<Template, 'language'>[],
): readonly Template[] => templates.map((template) => ({ language, ...template }))

/** Templates as companies send them, with nothing amiss. The business is Café Aurora. */
export const GOOD_TEMPLATES: readonly Template[] = [
  ...all('es', [
    {
      kind: 'marketing',
      header: 'Semana del café',
      body: '¡Hola, {{1}}! Esta semana en Café Aurora todos los tuestes tienen 20 % de descuento. Usa el código {{2}} antes del domingo.',
      footer: 'Para dejar de recibir, responde SALIR',
      buttons: [{ kind: 'url', text: 'Ver los cafés', url: 'https://cafe-aurora.example/cafes' }],
    },
    {
      kind: 'marketing',
      body: 'Hola {{nombre}}, te escribimos de Café Aurora ☕. Dejaste algo en tu carrito: {{producto}}. Te lo guardamos hasta mañana.\n\nSi no quieres más mensajes, escribe *Baja*.',
    },
    {
      kind: 'marketing',
      body: 'Hola, {{1}}. En CAFÉ AURORA estrenamos una bebida de temporada: {{2}}. Ven a probarla esta semana.',
      buttons: [
        { kind: 'quick-reply', text: 'Quiero saber más' },
        { kind: 'quick-reply', text: 'No más ofertas', payload: 'OPT_OUT:offers' },
      ],
    },
    {
      kind: 'marketing',
      body: '¡Feliz cumpleaños, {{1}}! Café Aurora te invita un café cuando nos visites. ¿No quieres recibir más mensajes? Contesta con la palabra DETENER.',
    },
    {
      kind: 'marketing',
      body: 'Hola, {{1}}: Café Aurora tiene una novedad para ti, {{2}}. Te la mostramos en la tienda de siempre. Para darte de baja entra en https://cafe-aurora.example/baja cuando quieras.',
    },
    {
      kind: 'utility',
      header: 'Pedido {{1}}',
      body: 'Hola {{1}}, tu pedido {{2}} sale hoy de nuestra tienda y te llega entre las {{3}} y las {{4}} h. Puedes seguirlo con el botón.',
      footer: 'Café Aurora. Responde SALIR para no recibir más.',
      buttons: [
        { kind: 'url', text: 'Seguir mi pedido', url: 'https://cafe-aurora.example/p/{{1}}' },
        { kind: 'phone', text: 'Llamar' },
      ],
    },
    {
      kind: 'utility',
      body: 'Hola, {{1}}. La factura {{2}} de Café Aurora por {{3}} vence el {{4}}. Si ya la pagaste, no hagas caso de este mensaje.',
      footer: 'Escribe BAJA si ya no quieres recibir avisos',
    },
    {
      kind: 'utility',
      body: 'Hola {{1}}, tu compra ya fue entregada a {{2}}. Gracias por elegir Café Aurora. ¿Cómo estuvo todo? Cuéntanos en una palabra.',
      footer: 'SALIR para dejar de recibir promociones',
    },
    {
      kind: 'utility',
      body: 'Café Aurora: tu reserva para {{1}} personas el {{2}} a las {{3}} está confirmada. Nunca compartas tu contraseña por este chat.',
      footer: 'Envía SALIR para no recibir más mensajes',
    },
    {
      kind: 'utility',
      body: 'Hola, {{1}}. Recibimos tu postulación a la oferta de empleo {{2}} en Café Aurora. Te avisaremos por aquí si hay novedades.',
      footer: 'Responde PARAR para dejar de recibir avisos',
    },
    {
      kind: 'service',
      body: 'Hola, soy {{1}} de Café Aurora. Ayer nos preguntaste por tu molino y quedó pendiente la respuesta. ¿Seguimos?',
      footer: 'Responde SALIR si no quieres más mensajes',
      buttons: [{ kind: 'quick-reply', text: 'Sí' }],
    },
    {
      kind: 'authentication',
      body: '*{{1}}* es tu código de verificación. Por tu seguridad, no lo compartas.',
      footer: 'Este código caduca en 5 minutos.',
      buttons: [{ kind: 'one-time-code', text: 'Copiar código' }],
    },
  ]),
  ...all('pt', [
    {
      kind: 'marketing',
      header: 'Semana do café',
      body: 'Oi, {{1}}! Nesta semana, na Café Aurora, toda a linha de torras tem 20% de desconto. Use o cupom {{2}} até domingo.',
      footer: 'Para não receber mais, responda SAIR',
      buttons: [
        { kind: 'url', text: 'Ver os cafés', url: 'https://cafe-aurora.example/pt?c={{1}}' },
      ],
    },
    {
      kind: 'marketing',
      body: 'Olá {{nome}}, aqui é da Café Aurora ☕. Você esqueceu {{produto}} no carrinho. Guardamos para você até amanhã.\n\nSe não quiser mais receber mensagens, escreva *Sair*.',
    },
    {
      kind: 'marketing',
      body: 'Oi, {{1}}! Acabou de chegar na Café Aurora a nossa bebida da estação: {{2}}. Venha provar ainda nesta semana.',
      buttons: [
        { kind: 'quick-reply', text: 'Quero saber mais' },
        { kind: 'quick-reply', text: 'Sair' },
      ],
    },
    {
      kind: 'marketing',
      body: 'Feliz aniversário, {{1}}! A Café Aurora tem um café esperando por você. Não quer mais receber nossas mensagens? Digite PARAR.',
    },
    {
      kind: 'marketing',
      body: 'Oi, {{1}}! A Café Aurora abriu uma loja no seu bairro, na {{2}}. Venha tomar um café com a gente.',
      footer: 'Envie DESCADASTRAR para sair da lista',
    },
    {
      kind: 'utility',
      header: 'Pedido {{1}}',
      body: 'Oi, {{1}}! Seu pedido {{2}} já saiu da nossa loja e chega hoje entre {{3}} e {{4}}. Acompanhe pelo botão.',
      footer: 'Café Aurora. Responda SAIR para não receber mais.',
      buttons: [{ kind: 'url', text: 'Acompanhar', url: 'https://cafe-aurora.example/p/{{1}}' }],
    },
    {
      kind: 'utility',
      body: 'Oi, {{1}}. A fatura {{2}} da Café Aurora, no valor de {{3}}, vence em {{4}}. Se você já pagou, desconsidere esta mensagem.',
      footer: 'Responda SAIR se não quiser mais receber avisos',
    },
    {
      kind: 'utility',
      body: 'Oi, {{1}}! Sua compra foi entregue para {{2}}. Obrigado por escolher a Café Aurora. Como foi a entrega?',
      footer: 'SAIR para parar de receber mensagens',
    },
    {
      kind: 'utility',
      body: 'Café Aurora: sua reserva para {{1}} pessoas no dia {{2}} às {{3}} está confirmada. Nunca informe sua senha por aqui.',
      footer: 'Mande SAIR para não receber mais mensagens',
    },
    {
      kind: 'service',
      body: 'Oi, aqui é {{1}}, da Café Aurora. Ontem você perguntou sobre o seu moedor e faltou a nossa resposta. Podemos continuar?',
      footer: 'Responda SAIR para não receber mais',
    },
    {
      kind: 'authentication',
      body: '*{{1}}* é seu código de verificação. Para sua segurança, não o compartilhe.',
      buttons: [{ kind: 'one-time-code', text: 'Copiar código' }],
    },
  ]),
  ...all('en', [
    {
      kind: 'marketing',
      header: 'Coffee week',
      body: 'Hi {{1}}! This week every roast at Café Aurora is 20% off. Use the code {{2}} before Sunday, in the shop or online.',
      footer: 'Reply STOP to opt out',
      buttons: [
        { kind: 'url', text: 'See the coffees', url: 'https://cafe-aurora.example/en' },
        { kind: 'copy-code', text: 'Copy code' },
      ],
    },
    {
      kind: 'marketing',
      body: 'Hi {{first_name}}, you left {{product}} in your cart at Cafe Aurora ☕. We keep it for you until tomorrow.\n\nDon’t want these messages? Reply *Stop*.',
    },
    {
      kind: 'marketing',
      body: 'Hi {{1}}, we have a new drink for this season: {{2}}. Come and try it at Café Aurora this week.',
      buttons: [
        { kind: 'quick-reply', text: 'Tell me more' },
        { kind: 'quick-reply', text: 'Unsubscribe' },
      ],
    },
    {
      kind: 'marketing',
      body: 'Happy birthday, {{1}}! Café Aurora’s team has a coffee waiting for you. To stop receiving these messages, text UNSUBSCRIBE to this number.',
    },
    {
      kind: 'marketing',
      body: 'Hi {{1}}, Café Aurora has opened a shop near you, at {{2}}. Come in and have a coffee with us.',
      buttons: [{ kind: 'url', text: 'Unsubscribe', url: 'https://cafe-aurora.example/stop' }],
    },
    {
      kind: 'utility',
      header: 'Order {{1}}',
      body: 'Hi {{1}}, your order {{2}} has left our shop and will be with you today between {{3}} and {{4}}. Follow it with the button.',
      footer: 'Café Aurora. Text STOP to opt out.',
      buttons: [
        { kind: 'quick-reply', text: 'I will not be home' },
        { kind: 'url', text: 'Follow my order', url: 'https://cafe-aurora.example/p/{{1}}' },
      ],
    },
    {
      kind: 'utility',
      body: 'Hi {{1}}, invoice {{2}} from Café Aurora for {{3}} is due on {{4}}. If you have already paid, please ignore this message.',
      footer: 'Reply STOP to opt out of offers and promotions',
    },
    {
      kind: 'utility',
      body: 'Hi {{1}}, your refund of {{2}} for order {{3}} has been sent to your bank. Thanks for your patience, Café Aurora.',
      footer: 'STOP to end these messages',
    },
    {
      kind: 'utility',
      body: 'Café Aurora: your table for {{1}} on {{2}} at {{3}} is confirmed. Never send your card number in this chat.',
      footer: 'Send STOP to stop these messages',
    },
    {
      kind: 'service',
      body: 'Hi, this is {{1}} from Café Aurora. Yesterday you asked about your grinder and we still owe you an answer. Shall we go on?',
      footer: 'Reply “stop” if you no longer want messages',
    },
    {
      kind: 'authentication',
      body: '*{{1}}* is your verification code.',
      footer: 'This code expires in 5 minutes.',
    },
  ]),
]
