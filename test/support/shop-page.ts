import { NINE_COUNTRIES } from './form-server.ts'

/** A page of a shop in Spanish, with something to read before and after what is in its middle. */
export const shopPage = (middle: string, head = ''): string =>
  `<!doctype html><html lang="es"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Café Aurora</title>
  <link rel="icon" href="data:,">${head}</head>
  <body><main><h1>Café Aurora</h1><p>Café de altura, tostado cada lunes.</p>
  ${middle}
  <section>${'<p>Envíos a todo el país en dos días, con la fecha de tueste en cada bolsa.</p>'.repeat(20)}</section>
  </main></body></html>`

/** The one line that puts the form of nine countries on a page, and the place that it has there. */
export const formIn = (place: string): string =>
  `${place}<script src="/f/${NINE_COUNTRIES}.js" async></script>`
