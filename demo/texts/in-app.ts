import type { Language } from '../../consent/company.ts'
import type { Play } from '../plays.ts'

/** What the page of the apps says. */
export type InAppTexts = {
  readonly title: string
  readonly lead: string
  readonly back: string
  readonly app: string
  readonly frame: string
  readonly told: string
  readonly nothing: string
  readonly kept: string
  readonly plays: { readonly [play in Play]: { readonly name: string; readonly line: string } }
}

const ES: InAppTexts = {
  title: 'Dentro de una app',
  lead: 'El mismo formulario en lo que una app pone alrededor',
  back: 'Volver a la tienda',
  app: 'La app',
  frame: 'La página dentro de la app',
  told: 'Lo que oye la app',
  nothing: 'Todavía nada.',
  kept: 'La app no abrió el enlace',
  plays: {
    'react-native': {
      name: 'React Native',
      line: 'La app recibe el enlace en onMessage y lo abre ella misma.',
    },
    ios: {
      name: 'iOS',
      line: 'La app recibe el enlace en su mensaje «quiero» y lo abre ella misma.',
    },
    android: {
      name: 'Android',
      line: 'La app recibe el enlace en QuieroAndroid y lo abre ella misma.',
    },
    flutter: {
      name: 'Flutter',
      line: 'La app recibe el enlace en QuieroApp y lo abre ella misma.',
    },
    frame: {
      name: 'Página con marco',
      line: 'La página de afuera recibe el enlace, solo si el formulario nombra su origen.',
    },
    'no-windows': {
      name: 'Sin ventanas nuevas',
      line: 'La app no abre ventanas. El enlace se abre en el mismo marco.',
    },
    'no-links': {
      name: 'Sin enlaces',
      line: 'La app no abre ningún enlace. Quedan el código, el número y el mensaje para copiar.',
    },
    'no-origin': {
      name: 'Sin origen',
      line: 'El servidor no acepta formularios de una página sin origen. Basta el mensaje de WhatsApp.',
    },
    'no-storage': {
      name: 'Sin almacenamiento',
      line: 'La página no puede guardar nada, y el formulario funciona igual.',
    },
    'no-script': {
      name: 'Sin JavaScript',
      line: 'El formulario tiene una página propia que funciona sin JavaScript.',
    },
  },
}

const PT: InAppTexts = {
  title: 'Dentro de um app',
  lead: 'O mesmo formulário no que um app põe em volta',
  back: 'Voltar à loja',
  app: 'O app',
  frame: 'A página dentro do app',
  told: 'O que o app ouve',
  nothing: 'Nada ainda.',
  kept: 'O app não abriu o link',
  plays: {
    'react-native': {
      name: 'React Native',
      line: 'O app recebe o link em onMessage e ele mesmo abre.',
    },
    ios: { name: 'iOS', line: 'O app recebe o link na mensagem “quiero” e ele mesmo abre.' },
    android: { name: 'Android', line: 'O app recebe o link em QuieroAndroid e ele mesmo abre.' },
    flutter: { name: 'Flutter', line: 'O app recebe o link em QuieroApp e ele mesmo abre.' },
    frame: {
      name: 'Página com moldura',
      line: 'A página de fora recebe o link, só se o formulário citar a origem dela.',
    },
    'no-windows': {
      name: 'Sem janelas novas',
      line: 'O app não abre janelas. O link abre na mesma moldura.',
    },
    'no-links': {
      name: 'Sem links',
      line: 'O app não abre nenhum link. Ficam o código, o número e a mensagem para copiar.',
    },
    'no-origin': {
      name: 'Sem origem',
      line: 'O servidor não aceita formulários de uma página sem origem. Basta a mensagem do WhatsApp.',
    },
    'no-storage': {
      name: 'Sem armazenamento',
      line: 'A página não pode guardar nada, e o formulário funciona do mesmo jeito.',
    },
    'no-script': {
      name: 'Sem JavaScript',
      line: 'O formulário tem uma página própria que funciona sem JavaScript.',
    },
  },
}

const EN: InAppTexts = {
  title: 'Inside an app',
  lead: 'The same form in what an app puts around it',
  back: 'Back to the shop',
  app: 'The app',
  frame: 'The page inside the app',
  told: 'What the app hears',
  nothing: 'Nothing yet.',
  kept: 'The app did not open the link',
  plays: {
    'react-native': {
      name: 'React Native',
      line: 'The app gets the link by onMessage and opens it itself.',
    },
    ios: {
      name: 'iOS',
      line: 'The app gets the link by its “quiero” message and opens it itself.',
    },
    android: {
      name: 'Android',
      line: 'The app gets the link by QuieroAndroid and opens it itself.',
    },
    flutter: { name: 'Flutter', line: 'The app gets the link by QuieroApp and opens it itself.' },
    frame: {
      name: 'Page with a frame',
      line: 'The page outside gets the link, only if the form names its origin.',
    },
    'no-windows': {
      name: 'No new windows',
      line: 'The app opens no windows. The link opens in the same frame.',
    },
    'no-links': {
      name: 'No links',
      line: 'The app opens no link at all. The code, the number and the message to copy are left.',
    },
    'no-origin': {
      name: 'No origin',
      line: 'The server takes no form from a page without an origin. The WhatsApp message is enough.',
    },
    'no-storage': {
      name: 'No storage',
      line: 'The page can keep nothing, and the form works all the same.',
    },
    'no-script': {
      name: 'No JavaScript',
      line: 'The form has a page of its own that works without JavaScript.',
    },
  },
}

/** The page of the apps in each language. */
export const IN_APP_TEXTS: { readonly [language in Language]: InAppTexts } = {
  es: ES,
  pt: PT,
  en: EN,
}
