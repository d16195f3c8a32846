import { categoriesNamed } from './category-names.ts'
import { isHelpWord } from './help-words.ts'
import { type Asked, type MessageContext, readKeyword, readWantButton } from './keyword.ts'
import { wordsOf } from './normalise.ts'
import {
  afterHashedOptOut,
  areOptOutWords,
  holdsOptOutWord,
  isOptOutWord,
} from './opt-out-words.ts'
import { soundsLikeOptOut } from './opt-out-suspected.ts'
import { type Payload, readPayload } from './payload.ts'
import { isResumeWord } from './resume-words.ts'

/** What a message can mean to consent, from the no to what does not concern it. */
export const MEANINGS = [
  'opt_out',
  'opt_out_suspected',
  'subscribe',
  'unsubscribe_category',
  'resume',
  'help',
  'other',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** A message as it is understood, before anything is known of the person or of a code. */
export type Reading =
  | { readonly meaning: 'opt_out' }
  | { readonly meaning: 'opt_out_suspected' }
  | { readonly meaning: 'unsubscribe_category'; readonly categories: readonly string[] }
  | { readonly meaning: 'subscribe'; readonly form: string; readonly asked: Asked }
  | { readonly meaning: 'resume' }
  | { readonly meaning: 'help' }
  | { readonly meaning: 'other' }

/** What a person sent: a text or a button's title, and the button's payload. A sticker has neither. */
export type MessageContent = { readonly text: string | null; readonly payload: string | null }

const stopAll: Reading = { meaning: 'opt_out' }
const other: Reading = { meaning: 'other' }

// `#stop` with categories revokes those; with anything else it stops all, for a no is never lost.
const stop = (words: readonly string[], { company }: MessageContext): Reading => {
  const categories = categoriesNamed(words, company.categories)
  return categories === null ? stopAll : { meaning: 'unsubscribe_category', categories }
}

const without = (words: readonly string[], name: readonly string[]): readonly string[] => {
  const at = words.findIndex((_, start) =>
    name.every((word, offset) => words[start + offset] === word),
  )
  return at < 0 ? words : [...words.slice(0, at), ...words.slice(at + name.length)]
}

// A company may be called One Stop Café, and the widget's own text names it: its name is no opt-out.
const holdsOptOut = (words: readonly string[], { company, sender }: MessageContext): boolean => {
  const names = [company.name, sender.displayName].map(wordsOf).filter((name) => name.length > 1)
  return holdsOptOutWord(names.reduce(without, words))
}

const readSubscription = (words: readonly string[], context: MessageContext): Reading | null => {
  const subscription = readKeyword(words, context)
  if (subscription === null) return null
  return holdsOptOut(words, context)
    ? { meaning: 'opt_out_suspected' }
    : { meaning: 'subscribe', ...subscription }
}

// A no before a yes: the order is the rule (design R4 to R6).
const readText = (text: string, context: MessageContext): Reading => {
  const alsoStopOn = context.sender.alsoStopOn ?? []
  const words = wordsOf(text)
  if (areOptOutWords(words, alsoStopOn)) return stopAll
  const stopped = afterHashedOptOut(words, alsoStopOn)
  if (stopped !== null) return stop(stopped, context)
  if (isResumeWord(words)) return { meaning: 'resume' }
  if (soundsLikeOptOut(text)) return { meaning: 'opt_out_suspected' }
  return readSubscription(words, context) ?? (isHelpWord(words) ? { meaning: 'help' } : other)
}

const stopMarketing = ({ company }: MessageContext): Reading => {
  const categories = company.categories.filter(({ kind }) => kind === 'marketing')
  return categories.length === 0
    ? stopAll
    : { meaning: 'unsubscribe_category', categories: categories.map(({ id }) => id) }
}

// A yes on a button whose title says no is no yes.
const readWant = (
  payload: Extract<Payload, { says: 'want' }>,
  title: Reading,
  context: MessageContext,
): Reading => {
  switch (title.meaning) {
    case 'opt_out':
    case 'opt_out_suspected':
    case 'unsubscribe_category':
      return title
    case 'subscribe':
    case 'resume':
    case 'help':
    case 'other': {
      const subscription = readWantButton(payload.categories, payload.code, context)
      return subscription === null ? other : { meaning: 'subscribe', ...subscription }
    }
  }
}

const readButton = (button: string, title: Reading, context: MessageContext): Reading => {
  const payload = readPayload(button)
  switch (payload?.says) {
    case 'opt-out':
      return stopAll
    case 'opt-out-of-marketing':
      return stopMarketing(context)
    case 'opt-out-of':
      return stop(wordsOf(payload.category), context)
    case 'want':
      return readWant(payload, title, context)
    case undefined:
      return isOptOutWord(button, context.sender.alsoStopOn ?? []) ? stopAll : title
  }
}

/**
 * What a message means. A button's payload speaks before its title; a no in either is a no; nothing but
 * the words of the company's own document grants anything (design R4, R5, R6).
 */
export const readMessage = (message: MessageContent, context: MessageContext): Reading => {
  const said = message.text === null ? other : readText(message.text, context)
  return message.payload === null ? said : readButton(message.payload, said, context)
}
