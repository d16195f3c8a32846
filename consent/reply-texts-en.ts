import type { ReplyTexts } from './reply-texts.ts'

/** What the replies say in English. */
export const EN: ReplyTexts = {
  confirmOptIn: ({ company, numbers, categories }, list) =>
    `Done. ${company} will message you on WhatsApp from ${numbers} about:\n${list}\n\n` +
    `To stop everything, reply STOP. To stop one topic, reply #stop and its name, for example “#stop ${categories[0]?.title ?? ''}”.`,
  confirmOptOut: ({ company, numbers }) =>
    `Done. You will get no more messages from ${company} on WhatsApp from ${numbers}.`,
  confirmOptOutOf: ({ company }, list) =>
    `Done. ${company} will no longer message you on WhatsApp about:\n${list}\n\nTo stop everything, reply STOP.`,
  help: ({ company, numbers, senderUrl, privacyUrl }) =>
    `This is the chat of ${company} on WhatsApp (${numbers}). To stop getting messages, reply STOP.\n` +
    `Is this number really theirs? ${senderUrl}\nPrivacy notice: ${privacyUrl}`,
  askBack: ({ company }) =>
    `Do you want to stop getting messages from ${company}? Reply STOP and it will not message you from this number again.`,
  freshLink: ({ company, formUrl }) =>
    `Nothing was changed: the code is not valid, it was used already, or we did not understand what you want to get from ${company}. You can choose here: ${formUrl ?? ''}`,
}
