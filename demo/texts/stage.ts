import type { Language } from '../../consent/company.ts'

/** What the stage and the phone say. */
export type StageTexts = {
  readonly tagline: string
  readonly inApp: string
  readonly language: string
  readonly panes: string
  readonly shop: string
  readonly shopLead: string
  readonly shopFrame: string
  readonly reload: string
  readonly ownTab: string
  readonly phone: string
  readonly phoneLead: string
  readonly panel: string
  readonly panelLead: string
  readonly news: string
  readonly number: string
  readonly numberWrong: string
  readonly anotherNumber: string
  readonly hide: string
  readonly provider: string
  readonly providerHint: string
  readonly chats: string
  readonly plays: string
  readonly chatEmpty: string
  readonly back: string
  readonly badge: Readonly<Record<'verified' | 'business', string>>
  readonly chatNote: (name: string, phone: string) => string
  readonly messages: string
  readonly message: string
  readonly send: string
  readonly picture: string
  readonly removePicture: string
  readonly pictureAlt: string
  readonly button: string
  readonly tryThis: string
  readonly tries: readonly string[]
  readonly tryPicture: string
  readonly tryCaption: string
  readonly tryButton: string
  readonly sending: string
  readonly delivered: (ms: number) => string
  readonly refused: (status: number) => string
  readonly failed: string
}

const ES: StageTexts = {
  tagline: 'Permiso para escribir por WhatsApp, con prueba',
  inApp: 'Dentro de una app',
  language: 'Idioma',
  panes: 'Partes de la demostración',
  shop: 'La tienda',
  shopLead: 'El sitio de un cliente, con una sola etiqueta de Quiero',
  shopFrame: 'Página de Café Aurora',
  reload: 'Recargar la tienda',
  ownTab: 'Abrir en otra pestaña',
  phone: 'El teléfono',
  phoneLead: 'Hace de WhatsApp; el webhook es real',
  panel: 'El sistema de la tienda',
  panelLead: 'Pregunta a Quiero antes de cada envío',
  news: 'novedades',
  number: 'Número de este teléfono',
  numberWrong: 'Escribe el número con su código de país, por ejemplo +52 1 55 1234 5678.',
  anotherNumber: 'Otro número',
  hide: 'Ocultar mi número (solo user_id)',
  provider: 'El mensaje llega por',
  providerHint: 'El webhook recibe el formato y la firma de ese proveedor.',
  chats: 'Chats',
  plays: 'Este teléfono hace de WhatsApp. Ningún mensaje sale de esta computadora.',
  chatEmpty: 'Aún no hay mensajes',
  back: 'Volver a los chats',
  badge: { verified: 'Cuenta verificada', business: 'Cuenta de empresa' },
  chatNote: (name, phone) => `${phone}, el número de ${name}. Tú decides qué envías.`,
  messages: 'Mensajes',
  message: 'Mensaje',
  send: 'Enviar',
  picture: 'Foto de una taza de café',
  removePicture: 'Quitar la foto',
  pictureAlt: 'Foto de una taza de café',
  button: 'Botón de una plantilla',
  tryThis: 'Prueba a escribir',
  tries: ['Salir', 'hola', 'ya no me escriban por favor', '#stop offers'],
  tryPicture: 'Foto con texto',
  tryCaption: 'Detener',
  tryButton: 'No más ofertas',
  sending: 'Enviando',
  delivered: (ms) => `Recibido en ${ms} ms`,
  refused: (status) => `Rechazado (${status})`,
  failed: 'No salió',
}

const PT: StageTexts = {
  tagline: 'Permissão para escrever pelo WhatsApp, com prova',
  inApp: 'Dentro de um app',
  language: 'Idioma',
  panes: 'Partes da demonstração',
  shop: 'A loja',
  shopLead: 'O site de um cliente, com uma única tag do Quiero',
  shopFrame: 'Página do Café Aurora',
  reload: 'Recarregar a loja',
  ownTab: 'Abrir em outra aba',
  phone: 'O celular',
  phoneLead: 'Faz de WhatsApp; o webhook é real',
  panel: 'O sistema da loja',
  panelLead: 'Pergunta ao Quiero antes de cada envio',
  news: 'novidades',
  number: 'Número deste celular',
  numberWrong: 'Escreva o número com o código do país, por exemplo +55 11 91234 5678.',
  anotherNumber: 'Outro número',
  hide: 'Ocultar meu número (só user_id)',
  provider: 'A mensagem chega por',
  providerHint: 'O webhook recebe o formato e a assinatura desse provedor.',
  chats: 'Conversas',
  plays: 'Este celular faz o papel do WhatsApp. Nenhuma mensagem sai deste computador.',
  chatEmpty: 'Ainda não há mensagens',
  back: 'Voltar às conversas',
  badge: { verified: 'Conta verificada', business: 'Conta comercial' },
  chatNote: (name, phone) => `${phone}, o número de ${name}. Você decide o que envia.`,
  messages: 'Mensagens',
  message: 'Mensagem',
  send: 'Enviar',
  picture: 'Foto de uma xícara de café',
  removePicture: 'Tirar a foto',
  pictureAlt: 'Foto de uma xícara de café',
  button: 'Botão de um modelo',
  tryThis: 'Experimente escrever',
  tries: ['Sair', 'oi', 'não me mandem mais mensagens por favor', '#stop offers'],
  tryPicture: 'Foto com texto',
  tryCaption: 'Parar',
  tryButton: 'Sem mais ofertas',
  sending: 'Enviando',
  delivered: (ms) => `Recebida em ${ms} ms`,
  refused: (status) => `Recusada (${status})`,
  failed: 'Não saiu',
}

const EN: StageTexts = {
  tagline: 'Permission to write on WhatsApp, with proof',
  inApp: 'Inside an app',
  language: 'Language',
  panes: 'Parts of the demo',
  shop: 'The shop',
  shopLead: 'A client’s site, with a single Quiero tag',
  shopFrame: 'Café Aurora’s page',
  reload: 'Reload the shop',
  ownTab: 'Open in another tab',
  phone: 'The phone',
  phoneLead: 'Plays WhatsApp; the webhook is real',
  panel: 'The shop’s systems',
  panelLead: 'They ask Quiero before every send',
  news: 'something new',
  number: 'This phone’s number',
  numberWrong: 'Write the number with its country code, such as +52 1 55 1234 5678.',
  anotherNumber: 'Another number',
  hide: 'Hide my number (user_id only)',
  provider: 'The message comes through',
  providerHint: 'The webhook gets that provider’s format and signature.',
  chats: 'Chats',
  plays: 'This phone plays WhatsApp. No message leaves this computer.',
  chatEmpty: 'No messages yet',
  back: 'Back to the chats',
  badge: { verified: 'Verified account', business: 'Business account' },
  chatNote: (name, phone) => `${phone}, the number of ${name}. You decide what you send.`,
  messages: 'Messages',
  message: 'Message',
  send: 'Send',
  picture: 'Photo of a cup of coffee',
  removePicture: 'Remove the photo',
  pictureAlt: 'Photo of a cup of coffee',
  button: 'Template button',
  tryThis: 'Try writing',
  tries: ['Stop', 'hello', 'please stop messaging me', '#stop offers'],
  tryPicture: 'Photo with a caption',
  tryCaption: 'Stop',
  tryButton: 'No more offers',
  sending: 'Sending',
  delivered: (ms) => `Received in ${ms} ms`,
  refused: (status) => `Refused (${status})`,
  failed: 'Not sent',
}

/** The stage in each language. */
export const STAGE_TEXTS: Readonly<Record<Language, StageTexts>> = { es: ES, pt: PT, en: EN }
