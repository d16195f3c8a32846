/**
 * Whether a text can be the name of anything that is stored. PostgreSQL keeps no zero byte in a text and answers
 * one with an error; what a stranger writes into an address must be nobody's name instead.
 */
export const isStorable = (text: string): boolean => !text.includes('\0')
