import { ES } from './form-texts-es.ts'
import type { PartedTexts } from './form-texts.ts'

/** Spanish, to whom one says usted: the words that differ, and the others as they are. */
export const FORMAL_ES: PartedTexts = {
  first: {
    ...ES.first,
    phone: 'Su número de WhatsApp',
    afterYes: 'Si acepta, confirma con un mensaje de WhatsApp que ya viene escrito.',
    orTap: 'O acepte sin escribir su número:',
    'not-loaded': 'Algo no se cargó. Inténtelo de nuevo o acepte con una opción de abajo.',
  },
  later: {
    ...ES.later,
    tickMissing: 'Marque al menos un tema.',
    'phone-empty': 'Escriba su número.',
    'phone-not-digits': 'Escriba solo números, sin letras.',
    'phone-too-long': 'Sobran dígitos. Revise el número.',
    'phone-country-not-offered': 'Ese país no está en la lista. Use un número de otro país.',
    'not-in-use': 'Ese número no existe en {country}. Revise los dígitos o cambie el país.',
    'phone-too-short': 'Faltan dígitos. Revise el número.',
    'phone-not-valid': 'Ese número no existe. Revise los dígitos.',
    'phone-premium': 'A ese número no podemos escribirle. Use el de su celular.',
    noticeChanged: 'El texto cambió. Léalo de nuevo y marque lo que quiera recibir.',
    'not-sent': 'No se pudo enviar. Lo que escribió sigue aquí.',
    'by-message': 'Aquí solo cuenta el mensaje: toque una de las opciones de abajo y envíelo.',
    landline: '¿Es un teléfono fijo? Si tiene WhatsApp, continúe.',
    landlineOrMobile:
      '¿Es un celular? Agregue un {digit} antes del código de área. Si es un fijo con WhatsApp, continúe.',
    sendThis:
      'Abra WhatsApp y envíe este mensaje, que ya viene escrito. Así sabemos que el número es suyo.',
    waiting: 'Esperamos su mensaje',
    waitHere: 'En cuanto lo envíe, lo verá confirmado aquí.',
    sentAlone: 'En cuanto lo envíe, queda confirmado. Puede cerrar esta página.',
    findCountry: 'Busque su país',
    scanThere: 'Escanéelo con otro celular.',
    scan: 'Escanéelo con la cámara de su celular.',
    selected: 'No se pudo copiar. Ya quedó seleccionado: cópielo desde ahí.',
    byHand: 'O envíe usted este mensaje a {number}:',
    agreed: '{company} ya puede escribirle por WhatsApp{at} sobre:',
    tooLate: 'Su mensaje no llegó a tiempo. Vuelva y pida otro código.',
    declined: 'Entendido. {company} no le escribirá a raíz de este formulario.',
    typeToStop: 'Escriba su número y dejará de recibir todos los mensajes, sin más pasos.',
  },
}
