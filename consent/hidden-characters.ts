/**
 * Characters that nobody sees or that turn the direction of a text: controls but for line ends, zero-width
 * and direction marks. The joiner and the selectors of emoji are none.
 */
export const HIDDEN =
  /[^\P{Cc}\n\r\t]|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
