import type { ReplyTexts } from './reply-texts.ts'

/** What the replies say in Portuguese. */
export const PT: ReplyTexts = {
  confirmOptIn: ({ company, numbers, categories }, list) =>
    `Pronto. ${company} vai escrever para você pelo WhatsApp, do número ${numbers}, sobre:\n${list}\n\n` +
    `Para parar de receber tudo, responda SAIR. Para parar só um assunto, responda #stop e o nome dele, por exemplo “#stop ${categories[0]?.title ?? ''}”.`,
  confirmOptOut: ({ company, numbers }) =>
    `Pronto. Você não vai mais receber mensagens de ${company} pelo WhatsApp do número ${numbers}.`,
  confirmOptOutOf: ({ company }, list) =>
    `Pronto. ${company} não vai mais escrever para você pelo WhatsApp sobre:\n${list}\n\nPara parar de receber tudo, responda SAIR.`,
  help: ({ company, numbers, senderUrl, privacyUrl }) =>
    `Esta é a conversa de ${company} no WhatsApp (${numbers}). Para parar de receber mensagens, responda SAIR.\n` +
    `O número é mesmo deles? ${senderUrl}\nAviso de privacidade: ${privacyUrl}`,
  askBack: ({ company }) =>
    `Você quer parar de receber mensagens de ${company}? Responda SAIR e não receberá mais nenhuma deste número.`,
  freshLink: ({ company, formUrl }) =>
    `Não mudamos nada: o código não é válido, já foi usado ou não entendemos o que você quer receber de ${company}. Você pode escolher aqui: ${formUrl ?? ''}`,
}
