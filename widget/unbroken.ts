/** A number in a sentence, which does not break over two lines. */
export const unbroken = (number: string): string => number.replace(/ /gu, '\u00A0')
