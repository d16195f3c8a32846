/** What a person sends, as a phone knows it. */
export type PhoneMessage = {
  readonly id: string
  /** Digits; null when the person's number is hidden. */
  readonly from: string | null
  readonly bsuid: string
  readonly name: string
  /** Milliseconds since 1970; most providers tell whole seconds. */
  readonly sentAt: number
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'picture'; readonly caption: string }
    | { readonly kind: 'button'; readonly payload: string; readonly title: string }
}

/** What is read of it: the text, the caption or the button's title. */
export const wordsOf = ({ content }: PhoneMessage): string => {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'picture':
      return content.caption
    case 'button':
      return content.title
  }
}
