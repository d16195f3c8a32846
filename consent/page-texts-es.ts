import type { PageTexts } from './page-texts.ts'

/** Spanish. */
export const ES: PageTexts = {
  formTitle: '{company} por WhatsApp',
  languages: 'Idioma',
  fault: 'Revisa el formulario',
  lookAgain: 'Falta algo. Lo marcamos más abajo.',
  startAgain: 'No pudimos leer el formulario. Complétalo y envíalo otra vez.',
  anyCountry: '¿Tu país no está en la lista? Escribe el número con + y el código del país.',
  otherWays: 'O envía el mensaje por:',
  wroteIt: '¿Ya enviaste el mensaje?',
  lookNow: 'Ver si llegó',
  notYet: 'Tu mensaje todavía no llega. Si ya lo enviaste, espera unos segundos y mira otra vez.',
  anotherCode: 'Tu mensaje no llegó a tiempo. Vuelve al formulario y pide otro código.',
  toForm: 'Volver al formulario',
  isItReally: '¿Es de verdad {company}? Comprueba el número',

  missing: 'Esta página no existe',
  missingAbout: 'Puede que el enlace esté incompleto o que la empresa lo haya retirado.',
  foreign: 'No pudimos recibirlo',
  foreignAbout:
    'El formulario llegó desde otra página. Ábrelo aquí y envíalo de nuevo; no se guardó nada.',
  trouble: 'Algo falló de nuestro lado',
  troubleAbout: 'No sabemos si quedó guardado. Espera un momento y envíalo otra vez.',
  busy: 'Demasiados envíos seguidos',
  busyAbout: 'No se guardó nada. Espera un minuto, vuelve atrás y envíalo otra vez.',

  working: 'Un momento…',
  workingAbout:
    'Ahora mismo se escriben muchas bajas aquí. Tu navegador hace una pequeña cuenta, unos segundos, y después queda guardada la tuya. No tienes que hacer nada.',
  isStuck: '¿No avanza? Escribe SALIR en el chat: vale al momento.',
  stopWord: 'SALIR',

  link: {
    toNumber: 'Te escribirá a este número: {number}',
    another: 'Usar otro número',
    atOnce:
      'Si aceptas, queda confirmado. Con otro número falta un mensaje de WhatsApp, que ya va escrito.',
    used: 'Este enlace ya se usó',
    usedAbout: 'Con este enlace ya se dijo que sí. El «no» vale siempre.',
    closed: 'Este enlace ya no sirve para aceptar',
    closedAbout: 'Pasó su plazo o el formulario cambió. El «no» vale siempre.',
  },

  sender: {
    title: '¿Es de verdad {company}?',
    about: 'Este es un número oficial de {company} en WhatsApp:',
    copyIt: 'Toca el número para seleccionarlo y cópialo.',
    compare: 'Compara el número',
    pasteHere: 'Pega aquí el número que te escribió',
    pasteHow: 'En el chat, toca el nombre: el número aparece debajo. No lo guardamos.',
    check: 'Comprobar',
    unclear: 'No pudimos leer ese número. Cópialo entero, con + y el código del país.',
    isTheirs: 'Sí, ese número es de {company}.',
    isTheirsToo: 'Sí, ese es otro número oficial de {company}.',
    isTheirsAbout: 'Aun así, nunca le des a nadie un código, una contraseña ni tu tarjeta.',
    isNotTheirs: 'No. {company} no escribe por WhatsApp desde ese número.',
    isNotTheirsAbout:
      'No respondas, no abras enlaces y no des ningún dato. Bloquéalo y repórtalo: abajo te decimos cómo.',
    recognise: 'Cómo se ve en WhatsApp',
    recogniseHow:
      'Arriba del chat está el nombre, {name}. Tócalo y verás los datos de la empresa, con este mismo número: {number}. La foto y el nombre se pueden copiar; el número, no.',
    info: 'Información de la empresa',
    badge: {
      verified:
        'Junto al nombre hay una marca de verificación. La pone Meta cuando comprobó qué empresa está detrás de la cuenta. Una marca dentro de la foto o escrita en el nombre no vale.',
      business:
        'En los datos dice que es una cuenta de empresa. Cualquier negocio puede tener una, así que fíjate siempre en el número.',
    },
    neverAsks: 'Lo que {company} nunca te pedirá',
    never: [
      'El código de seis dígitos de WhatsApp, ni ningún otro código que te llegue.',
      'Contraseñas, PIN o claves del banco.',
      'El número, el vencimiento o el código de tu tarjeta.',
      'Pagos a la cuenta de una persona o fuera de sus canales oficiales.',
      'Instalar una aplicación o compartir tu pantalla.',
    ],
    stop: 'Cómo dejar de recibir mensajes',
    stopHow: 'Responde SALIR en el chat, cuando quieras. No necesitas dar ningún motivo.',
    block: 'Cómo bloquear o reportar',
    blockHow:
      'En WhatsApp, abre el chat, toca el nombre de arriba, baja hasta el final y elige «Bloquear» o «Reportar».',
    trademark:
      'WhatsApp es una marca de su titular. Esta página no está afiliada al titular ni cuenta con su respaldo.',
  },
}
