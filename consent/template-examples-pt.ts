import type { TemplateExamples } from './template-examples.ts'

const footer = 'Responda SAIR para não receber mais mensagens.'

/** In Portuguese. */
export const TEMPLATE_EXAMPLES_PT: TemplateExamples = {
  marketing: [
    {
      title: 'Oferta com data',
      header: 'Uma oferta para você',
      body: 'Oi, {{1}}! Em {company} você tem {{2}} de desconto em {{3}} até {{4}}. Esperamos você na loja ou no nosso site.',
      footer,
      buttons: [{ kind: 'quick-reply', text: 'Não receber mais', payload: 'OPT_OUT_MARKETING' }],
      samples: ['Ana', '15%', 'café em grãos', '30 de junho'],
    },
    {
      title: 'Produto novo',
      body: 'Oi, {{1}}! Chegou a {company} o que muita gente pedia, {{2}}. Se quiser saber mais, escreva por aqui e contamos tudo.',
      footer,
      samples: ['Ana', 'o café do Sul de Minas'],
    },
    {
      title: 'Convite',
      body: 'Oi, {{1}}! {company} convida você para {{2}} no dia {{3}} às {{4}}. A entrada é livre e você pode trazer quem quiser. Vem com a gente?',
      footer,
      buttons: [
        { kind: 'quick-reply', text: 'Sim, eu vou' },
        { kind: 'quick-reply', text: 'Sair' },
      ],
      samples: ['Ana', 'uma prova de cafés', '12 de maio', '18h'],
    },
  ],
  utility: [
    {
      title: 'Pedido a caminho',
      body: 'Oi, {{1}}! Seu pedido {{2}} de {company} já saiu e chega no dia {{3}}. Se não houver ninguém em casa, responda por aqui e mudamos a entrega.',
      footer,
      samples: ['Ana', '4821', '14 de maio'],
    },
    {
      title: 'Lembrete de horário',
      body: 'Oi, {{1}}! Lembramos seu horário em {company} no dia {{2}} às {{3}}. Se precisar mudar, escolha uma opção e ajudamos você.',
      footer,
      buttons: [
        { kind: 'quick-reply', text: 'Confirmo' },
        { kind: 'quick-reply', text: 'Mudar a data' },
      ],
      samples: ['Ana', '12 de maio', '10h30'],
    },
    {
      title: 'Pagamento recebido',
      body: 'Oi, {{1}}! {company} recebeu seu pagamento de {{2}} da fatura {{3}}. Não é preciso fazer mais nada. Obrigado.',
      footer,
      samples: ['Ana', 'R$ 480,00', 'A-1207'],
    },
  ],
  authentication: [
    { title: 'Código', body: 'Seu código de verificação é *{{1}}*.', samples: ['482913'] },
    {
      title: 'Código com aviso',
      body: 'Seu código de verificação é *{{1}}*. Para sua segurança, não o compartilhe.',
      samples: ['482913'],
    },
    {
      title: 'Código que expira, com seu botão',
      body: 'Seu código de verificação é *{{1}}*. Para sua segurança, não o compartilhe.',
      footer: 'Este código expira em 10 minutos.',
      buttons: [{ kind: 'one-time-code', text: 'Copiar código' }],
      samples: ['482913'],
    },
  ],
  service: [
    {
      title: 'Resposta a uma pergunta',
      body: 'Oi, {{1}}! Aqui é {{2}}, de {company}, sobre sua pergunta {{3}}. Já temos uma resposta para você. Podemos continuar por aqui?',
      footer,
      buttons: [{ kind: 'quick-reply', text: 'Sim, pode ser' }],
      samples: ['Ana', 'Luís', 'C-318'],
    },
    {
      title: 'Falta um dado',
      body: 'Oi, {{1}}! Para continuar com sua reclamação {{2}} em {company} ainda falta {{3}}. Você pode enviar por esta conversa quando quiser.',
      footer,
      samples: ['Ana', 'R-77', 'uma foto do pacote'],
    },
    {
      title: 'Caso encerrado',
      body: 'Oi, {{1}}! Seu caso {{2}} em {company} está resolvido: {{3}} conforme combinado. Se algo não ficou bem, responda e vemos de novo.',
      footer,
      samples: ['Ana', 'R-77', 'enviamos outro pacote'],
    },
  ],
}
