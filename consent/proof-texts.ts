import type { Language } from './company.ts'
import type { ConsentState } from './consent-record.ts'
import type { Proof } from './proof.ts'

/** What the printed proof says. `{company}`, `{person}`, `{at}`, `{size}` and `{key}` are filled in. */
export type ProofTexts = {
  readonly title: string
  readonly lead: string
  readonly person: string
  readonly made: string
  readonly what: string
  readonly when: string
  readonly states: Readonly<Record<ConsentState, string>>
  readonly everything: string
  readonly how: string
  readonly proofs: Readonly<Record<Proof, string>>
  readonly noProof: string
  readonly wrote: string
  readonly place: string
  readonly shown: string
  readonly erased: string
  readonly nothing: string
  readonly check: string
  readonly checkHow: string
  readonly key: string
  readonly checkpoint: string
}

const ES: ProofTexts = {
  title: 'Constancia de consentimiento para WhatsApp',
  lead: 'Lo que esta persona aceptó, rechazó o retiró frente a {company}, con la hora, las palabras del aviso y la prueba de que nada se cambió después.',
  person: 'Persona',
  made: 'Emitida el',
  what: 'Qué',
  when: 'Cuándo (hora universal)',
  states: { given: 'Aceptó', refused: 'Rechazó', withdrawn: 'Retiró' },
  everything: 'todos los mensajes',
  how: 'Cómo se sabe',
  proofs: {
    imported: 'Un registro anterior de la empresa',
    asserted: 'Se escribió en un formulario; la persona no lo confirmó',
    witnessed: 'Lo tomó un agente o el sistema de la empresa',
    link: 'Se abrió un enlace enviado a ese teléfono y se pulsó su botón',
    message: 'Llegó un mensaje de WhatsApp desde ese teléfono',
  },
  noProof: 'Un «no» vale sin prueba',
  wrote: 'La persona escribió',
  place: 'Lugar en el registro',
  shown: 'Las palabras del aviso',
  erased: 'Los datos de este hecho se borraron a petición; su huella sigue en el registro.',
  nothing: 'De esta persona no consta ningún consentimiento, rechazo ni retiro.',
  check: 'Cómo comprobarla',
  checkHow:
    'El archivo que acompaña a esta hoja se comprueba sin conexión y sin confiar en nadie: «quiero verify constancia.json», o el programa de una página docs/verify-proof.mjs. Cada hecho está en un registro que solo crece (RFC 6962) y que se firma cada minuto; la empresa recibe cada firma, así que nadie puede reescribirlo sin que se note.',
  key: 'Clave que firma',
  checkpoint: 'Cabecera firmada del registro',
}

const PT: ProofTexts = {
  title: 'Comprovante de consentimento para WhatsApp',
  lead: 'O que esta pessoa aceitou, recusou ou retirou perante {company}, com a hora, as palavras do aviso e a prova de que nada mudou depois.',
  person: 'Pessoa',
  made: 'Emitido em',
  what: 'O quê',
  when: 'Quando (hora universal)',
  states: { given: 'Aceitou', refused: 'Recusou', withdrawn: 'Retirou' },
  everything: 'todas as mensagens',
  how: 'Como se sabe',
  proofs: {
    imported: 'Um registro anterior da empresa',
    asserted: 'Foi digitado em um formulário; a pessoa não confirmou',
    witnessed: 'Foi colhido por um agente ou pelo sistema da empresa',
    link: 'Um link enviado a esse telefone foi aberto e seu botão, pressionado',
    message: 'Chegou uma mensagem de WhatsApp desse telefone',
  },
  noProof: 'Um “não” vale sem prova',
  wrote: 'A pessoa escreveu',
  place: 'Lugar no registro',
  shown: 'As palavras do aviso',
  erased: 'Os dados deste ato foram apagados a pedido; sua marca continua no registro.',
  nothing: 'Desta pessoa não consta consentimento, recusa nem retirada.',
  check: 'Como conferir',
  checkHow:
    'O arquivo que acompanha esta folha é conferido sem conexão e sem confiar em ninguém: “quiero verify comprovante.json”, ou o programa de uma página docs/verify-proof.mjs. Cada ato está em um registro que só cresce (RFC 6962) e que é assinado a cada minuto; a empresa recebe cada assinatura, e ninguém consegue reescrevê-lo sem que se perceba.',
  key: 'Chave que assina',
  checkpoint: 'Cabeçalho assinado do registro',
}

const EN: ProofTexts = {
  title: 'Record of consent for WhatsApp',
  lead: 'What this person agreed to, refused or withdrew towards {company}, with the time, the words of the notice, and what proves that nothing was changed afterwards.',
  person: 'Person',
  made: 'Issued on',
  what: 'What',
  when: 'When (universal time)',
  states: { given: 'Agreed', refused: 'Refused', withdrawn: 'Withdrew' },
  everything: 'all messages',
  how: 'How it is known',
  proofs: {
    imported: 'An earlier record of the business',
    asserted: 'It was typed into a form; the person did not confirm it',
    witnessed: 'An agent or the business’s own system took it',
    link: 'A link delivered to that phone was opened and its button pressed',
    message: 'A WhatsApp message came from that phone',
  },
  noProof: 'A “no” needs no proof',
  wrote: 'The person wrote',
  place: 'Place in the log',
  shown: 'The words of the notice',
  erased: 'The data of this act was erased on request; its hash still stands in the log.',
  nothing: 'No consent, refusal or withdrawal of this person is on record.',
  check: 'How to check it',
  checkHow:
    'The file that goes with this sheet is checked offline, trusting nobody: “quiero verify proof.json”, or the one-page program docs/verify-proof.mjs. Each act stands in a log that only grows (RFC 6962) and is signed every minute; the business is sent each signature, so that nobody can write the log anew unseen.',
  key: 'Signing key',
  checkpoint: 'Signed head of the log',
}

/** What the printed proof says in each language. */
export const PROOF_TEXTS: { readonly [language in Language]: ProofTexts } = {
  es: ES,
  pt: PT,
  en: EN,
}
