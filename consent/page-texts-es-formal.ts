import { ES } from './page-texts-es.ts'
import type { PageTexts } from './page-texts.ts'

/** Spanish, to whom one says usted: the words that differ, and the others as they are. */
export const FORMAL_ES: PageTexts = {
  ...ES,
  fault: 'Revise el formulario',
  startAgain: 'No pudimos leer el formulario. Complételo y envíelo otra vez.',
  anyCountry: '¿Su país no está en la lista? Escriba el número con + y el código del país.',
  otherWays: 'O envíe el mensaje por:',
  wroteIt: '¿Ya envió el mensaje?',
  notYet: 'Su mensaje todavía no llega. Si ya lo envió, espere unos segundos y mire otra vez.',
  anotherCode: 'Su mensaje no llegó a tiempo. Vuelva al formulario y pida otro código.',
  isItReally: '¿Es de verdad {company}? Compruebe el número',
  foreignAbout:
    'El formulario llegó desde otra página. Ábralo aquí y envíelo de nuevo; no se guardó nada.',
  troubleAbout: 'No sabemos si quedó guardado. Espere un momento y envíelo otra vez.',
  busyAbout: 'No se guardó nada. Espere un minuto, vuelva atrás y envíelo otra vez.',

  workingAbout:
    'Ahora mismo se escriben muchas bajas aquí. Su navegador hace una pequeña cuenta, unos segundos, y después queda guardada la suya. No tiene que hacer nada.',
  isStuck: '¿No avanza? Escriba SALIR en el chat: vale al momento.',

  link: {
    ...ES.link,
    toNumber: 'Le escribirá a este número: {number}',
    atOnce:
      'Si acepta, queda confirmado. Con otro número falta un mensaje de WhatsApp, que ya va escrito.',
  },

  sender: {
    ...ES.sender,
    copyIt: 'Toque el número para seleccionarlo y cópielo.',
    compare: 'Compare el número',
    pasteHere: 'Pegue aquí el número que le escribió',
    pasteHow: 'En el chat, toque el nombre: el número aparece debajo. No lo guardamos.',
    unclear: 'No pudimos leer ese número. Cópielo entero, con + y el código del país.',
    isTheirsAbout: 'Aun así, nunca le dé a nadie un código, una contraseña ni su tarjeta.',
    isNotTheirsAbout:
      'No responda, no abra enlaces y no dé ningún dato. Bloquéelo y repórtelo: abajo le decimos cómo.',
    recogniseHow:
      'Arriba del chat está el nombre, {name}. Tóquelo y verá los datos de la empresa, con este mismo número: {number}. La foto y el nombre se pueden copiar; el número, no.',
    badge: {
      ...ES.sender.badge,
      business:
        'En los datos dice que es una cuenta de empresa. Cualquier negocio puede tener una, así que fíjese siempre en el número.',
    },
    neverAsks: 'Lo que {company} nunca le pedirá',
    never: [
      'El código de seis dígitos de WhatsApp, ni ningún otro código que le llegue.',
      'Contraseñas, PIN o claves del banco.',
      'El número, el vencimiento o el código de su tarjeta.',
      'Pagos a la cuenta de una persona o fuera de sus canales oficiales.',
      'Instalar una aplicación o compartir su pantalla.',
    ],
    stopHow: 'Responda SALIR en el chat, cuando quiera. No necesita dar ningún motivo.',
    blockHow:
      'En WhatsApp, abra el chat, toque el nombre de arriba, baje hasta el final y elija «Bloquear» o «Reportar».',
  },
}
