import type { PageTexts } from './page-texts.ts'

/** Brazilian Portuguese. */
export const PT: PageTexts = {
  formTitle: '{company} no WhatsApp',
  languages: 'Idioma',
  fault: 'Confira o formulário',
  lookAgain: 'Falta alguma coisa. Está marcado abaixo.',
  startAgain: 'Não conseguimos ler o formulário. Preencha e envie de novo.',
  anyCountry: 'Seu país não está na lista? Digite o número com + e o código do país.',
  otherWays: 'Ou envie a mensagem por:',
  wroteIt: 'Já enviou a mensagem?',
  lookNow: 'Ver se chegou',
  notYet: 'Sua mensagem ainda não chegou. Se já enviou, espere alguns segundos e olhe de novo.',
  anotherCode: 'Sua mensagem não chegou a tempo. Volte ao formulário e peça outro código.',
  toForm: 'Voltar ao formulário',
  isItReally: 'É mesmo {company}? Confira o número',

  missing: 'Esta página não existe',
  missingAbout: 'O link pode estar incompleto, ou a empresa pode ter tirado a página do ar.',
  foreign: 'Não pudemos receber',
  foreignAbout:
    'O formulário veio de outra página. Abra aqui e envie de novo; nada ficou guardado.',
  trouble: 'Algo falhou do nosso lado',
  troubleAbout: 'Não sabemos se ficou guardado. Espere um momento e envie de novo.',
  busy: 'Muitos envios seguidos',
  busyAbout: 'Nada ficou guardado. Espere um minuto, volte e envie de novo.',

  working: 'Um momento…',
  workingAbout:
    'Agora mesmo chegam muitos pedidos de saída por aqui. Seu navegador faz uma pequena conta, alguns segundos, e depois o seu fica guardado. Você não precisa fazer nada.',
  isStuck: 'Não avança? Escreva SAIR na conversa: vale na hora.',
  stopWord: 'SAIR',

  link: {
    toNumber: 'Vai escrever para este número: {number}',
    another: 'Usar outro número',
    atOnce:
      'Se você aceitar, fica confirmado. Com outro número falta uma mensagem no WhatsApp, que já vai escrita.',
    used: 'Este link já foi usado',
    usedAbout: 'Com este link já se disse sim. O “não” vale sempre.',
    closed: 'Este link não serve mais para aceitar',
    closedAbout: 'O prazo passou ou o formulário mudou. O “não” vale sempre.',
  },

  sender: {
    title: 'É mesmo {company}?',
    about: 'Este é um número oficial de {company} no WhatsApp:',
    copyIt: 'Toque no número para selecionar e copie.',
    compare: 'Compare o número',
    pasteHere: 'Cole aqui o número que escreveu para você',
    pasteHow: 'Na conversa, toque no nome: o número aparece embaixo. Nós não o guardamos.',
    check: 'Conferir',
    unclear: 'Não conseguimos ler esse número. Copie inteiro, com + e o código do país.',
    isTheirs: 'Sim, esse número é de {company}.',
    isTheirsToo: 'Sim, esse é outro número oficial de {company}.',
    isTheirsAbout: 'Mesmo assim, nunca passe a ninguém um código, uma senha ou seu cartão.',
    isNotTheirs: 'Não. {company} não escreve no WhatsApp por esse número.',
    isNotTheirsAbout:
      'Não responda, não abra links e não passe nenhum dado. Bloqueie e denuncie: abaixo explicamos como.',
    recognise: 'Como aparece no WhatsApp',
    recogniseHow:
      'No alto da conversa está o nome, {name}. Toque nele e você verá os dados da empresa, com este mesmo número: {number}. A foto e o nome podem ser copiados; o número, não.',
    info: 'Dados da empresa',
    badge: {
      verified:
        'Ao lado do nome há um selo de verificação. Quem coloca é a Meta, quando confirma qual empresa está por trás da conta. Um selo dentro da foto ou escrito no nome não vale.',
      business:
        'Nos dados aparece que é uma conta comercial. Qualquer negócio pode ter uma, por isso confira sempre o número.',
    },
    neverAsks: 'O que {company} nunca vai pedir',
    never: [
      'O código de seis dígitos do WhatsApp, nem qualquer outro código que você receba.',
      'Senhas, PIN ou dados de acesso ao banco.',
      'O número, a validade ou o código do seu cartão.',
      'Pagamento ou Pix para a conta de uma pessoa ou fora dos canais oficiais.',
      'Instalar um aplicativo ou compartilhar sua tela.',
    ],
    stop: 'Como parar de receber mensagens',
    stopHow: 'Responda SAIR na conversa, quando quiser. Não precisa dar nenhum motivo.',
    block: 'Como bloquear ou denunciar',
    blockHow:
      'No WhatsApp, abra a conversa, toque no nome no alto, role até o fim e escolha “Bloquear” ou “Denunciar”.',
    trademark:
      'WhatsApp é uma marca de seu titular. Esta página não é afiliada ao titular nem endossada por ele.',
  },
}
