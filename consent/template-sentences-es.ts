import { TEMPLATE_LIMITS as MOST } from './template-shape.ts'
import type { TemplateSentences } from './template-sentences.ts'

/** In Spanish. */
export const TEMPLATE_SENTENCES_ES: TemplateSentences = {
  'body-empty': 'Escribe qué dice el mensaje: las variables solas no dicen a nadie de qué trata.',
  'text-too-long': `Acórtalo: ${MOST.body} caracteres en el cuerpo, ${MOST.header} en el encabezado y en el pie, ${MOST.button} en un botón, ${MOST.url} en un enlace.`,
  'buttons-too-many':
    'Quita botones: diez en total, dos con enlace, uno que llama y uno que copia un código.',
  'buttons-in-disorder':
    'Pon juntas las respuestas rápidas, antes o después de todos los demás botones.',
  'button-twice': 'Dale a cada botón un texto propio.',
  'not-plain':
    'Aquí escribe texto simple: encabezado, pie y botones no llevan saltos de línea, emojis ni * _ ~ `.',
  spacing: 'Quita tabulaciones, cinco espacios seguidos y dos líneas vacías seguidas.',
  'characters-hidden': 'Quita los caracteres que nadie ve o que cambian la dirección del texto.',
  'emojis-too-many': 'Diez emojis bastan; con más, WhatsApp puede rechazar la plantilla.',
  'link-not-valid':
    'Escribe el enlace entero, desde https://, con una sola variable como mucho y al final.',
  'link-hides-target':
    'Enlaza a tu propio sitio: WhatsApp no acepta enlaces acortados ni enlaces a WhatsApp mismo.',
  'placeholder-malformed':
    'Escribe cada variable como {{1}} o como {{nombre}}: minúsculas sin acento, cifras y _, 32 como máximo.',
  'placeholder-not-taken':
    'Quita la variable: el encabezado admite una; el pie y el texto de los botones, ninguna.',
  'placeholders-mixed':
    'Numera todas las variables o ponles nombre a todas, no unas de cada manera.',
  'placeholders-not-in-row': 'Numera las variables de cada parte desde el 1, sin saltos.',
  'placeholder-twice': 'Dale a cada variable un nombre propio.',
  'placeholder-at-edge': 'Empieza y termina el cuerpo con palabras, no con una variable.',
  'placeholders-touch': 'Pon palabras entre las dos variables.',
  'placeholders-too-many':
    'Di más con palabras: con tres por cada variable y una más, WhatsApp la acepta.',
  'business-not-named':
    'Nombra al negocio, como la gente lo conoce, en el encabezado, el cuerpo o el pie.',
  'whatsapp-misspelt': 'Escribe WhatsApp con W y A mayúsculas, en una palabra y sin abreviar.',
  'claims-partnership':
    'Quita esa afirmación: WhatsApp no es socio del negocio ni respalda nada suyo.',
  shames: 'Di de qué trata el mensaje, sin hacer sentir mal a quien dice que no.',
  'asks-for-secrets':
    'No pidas en un chat contraseñas ni números completos de tarjetas, cuentas o documentos.',
  'opt-out-missing':
    'Di cómo dejar de recibir, por ejemplo en el pie: «Responde SALIR para no recibir más mensajes».',
  'opt-out-advised':
    'Mejor di también aquí cómo dejar de recibir, por ejemplo en el pie: «Responde SALIR para no recibir más mensajes».',
  'opt-out-not-heard':
    'Nombra una palabra de baja, como SALIR, o dale al botón el payload OPT_OUT: esta no se entendería.',
  'opt-out-hard':
    'Deja que una palabra en el chat baste: para decir que no, no hace falta sesión, llamada ni visita.',
  promotion:
    'Quita lo que vende o haz de ella una plantilla de marketing: para WhatsApp, toda promoción lo es.',
  'code-outside-authentication':
    'Envía los códigos de un solo uso con una plantilla de autenticación: WhatsApp no los acepta en otra.',
  'code-missing':
    'Di que es un código, con una variable para él: «{{1}} es tu código de verificación.»',
  'code-with-more':
    'Quita esto: una plantilla de autenticación lleva el código, un aviso y el botón que lo copia.',
  'not-specific':
    'Di de qué pedido, cita o cuenta se trata, con una variable: si no, WhatsApp puede tomarla por marketing.',
  'language-differs': 'Escríbela toda en el idioma de la plantilla.',
}
