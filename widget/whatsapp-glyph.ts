/**
 * The WhatsApp glyph in its own green: the one asset to replace where the company has the files of Meta's brand
 * site (about.meta.com/brand/resources/whatsapp/whatsapp-brand). Source: simple-icons 16.37.0,
 * `icons/whatsapp.svg` (CC0), with its points rounded to a tenth of a unit: none is off by more than a tenth of a
 * pixel at the largest size that is drawn. No theme recolours it, and it never stands in place of the word.
 */
export const WHATSAPP_GREEN = '#25D366'

export const WHATSAPP_GLYPH =
  'M17.5 14.4c-.3-.2-1.8-.9-2.1-1s-.4-.1-.6.2-.8.9-1 1.1-.3.3-.6.1-1.3-.5-2.4-1.5a9 9 0 0 1-1.7-2c-.1-.3 0-.5.2-.6.1-.2.3-.4.4-.6.2-.1.2-.3.3-.5s.1-.3 0-.5l-.9-2.2c-.3-.6-.5-.5-.7-.5l-.6 0c-.2 0-.5.1-.8.4-.2.3-1 1-1 2.5s1.1 2.8 1.2 3 2.1 3.2 5.1 4.5q1 .5 1.7.6c.7.3 1.3.2 1.9.1.5 0 1.7-.7 2-1.4.2-.7.2-1.3.1-1.4 0-.1-.2-.2-.5-.3m-5.5 7.4A10 10 0 0 1 7 20.4l-.4-.2-3.7 1 1-3.7-.2-.3a10 10 0 0 1-1.5-5.3 9.9 9.9 0 0 1 16.8-7 9.8 9.8 0 0 1 2.9 7 9.9 9.9 0 0 1-9.9 9.9m8.5-18.3A11.8 11.8 0 0 0 12.1 0a11.9 11.9 0 0 0-10.3 17.8L.1 24l6.3-1.6a12 12 0 0 0 5.7 1.4c6.5 0 11.8-5.3 11.9-11.9a11.8 11.8 0 0 0-3.5-8.4'
