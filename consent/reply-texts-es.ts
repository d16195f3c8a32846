import type { ReplyTexts } from './reply-texts.ts'

/** What the replies say in Spanish. */
export const ES: ReplyTexts = {
  confirmOptIn: ({ company, numbers, categories }, list) =>
    `Listo. ${company} te escribirá por WhatsApp desde ${numbers} sobre:\n${list}\n\n` +
    `Para dejar de recibir todo, responde SALIR. Para dejar un solo tema, responde #stop y su nombre, por ejemplo «#stop ${categories[0]?.title ?? ''}».`,
  confirmOptOut: ({ company, numbers }) =>
    `Listo. Ya no recibirás mensajes de ${company} por WhatsApp desde ${numbers}.`,
  confirmOptOutOf: ({ company }, list) =>
    `Listo. ${company} ya no te escribirá por WhatsApp sobre:\n${list}\n\nPara dejar de recibir todo, responde SALIR.`,
  help: ({ company, numbers, senderUrl, privacyUrl }) =>
    `Este es el chat de ${company} en WhatsApp (${numbers}). Para dejar de recibir mensajes, responde SALIR.\n` +
    `¿Es de verdad su número? ${senderUrl}\nAviso de privacidad: ${privacyUrl}`,
  askBack: ({ company }) =>
    `¿Quieres dejar de recibir mensajes de ${company}? Responde SALIR y no te escribirá más desde este número.`,
  freshLink: ({ company, formUrl }) =>
    `No cambiamos nada: el código no es válido, ya se usó o no entendimos qué quieres recibir de ${company}. Aquí puedes elegirlo: ${formUrl ?? ''}`,
}

/** The same to people who are addressed as `usted`. */
export const FORMAL_ES: ReplyTexts = {
  ...ES,
  confirmOptIn: ({ company, numbers, categories }, list) =>
    `Listo. ${company} le escribirá por WhatsApp desde ${numbers} sobre:\n${list}\n\n` +
    `Para dejar de recibir todo, responda SALIR. Para dejar un solo tema, responda #stop y el nombre del tema, por ejemplo «#stop ${categories[0]?.title ?? ''}».`,
  confirmOptOut: ({ company, numbers }) =>
    `Listo. Ya no recibirá mensajes de ${company} por WhatsApp desde ${numbers}.`,
  confirmOptOutOf: ({ company }, list) =>
    `Listo. ${company} ya no le escribirá por WhatsApp sobre:\n${list}\n\nPara dejar de recibir todo, responda SALIR.`,
  help: ({ company, numbers, senderUrl, privacyUrl }) =>
    `Este es el chat de ${company} en WhatsApp (${numbers}). Para dejar de recibir mensajes, responda SALIR.\n` +
    `¿Es de verdad su número? ${senderUrl}\nAviso de privacidad: ${privacyUrl}`,
  askBack: ({ company }) =>
    `¿Quiere dejar de recibir mensajes de ${company}? Responda SALIR y no le escribirá más desde este número.`,
  freshLink: ({ company, formUrl }) =>
    `No cambiamos nada: el código no es válido, ya se usó o no entendimos qué quiere recibir de ${company}. Aquí puede elegirlo: ${formUrl ?? ''}`,
}
