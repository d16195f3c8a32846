/**
 * A provider's own code of what went wrong, if it is one. Where a code should stand a provider may write a sentence,
 * with somebody's number in it: whatever else it may be is not ours to keep.
 */
export const providerCode = (told: string | null): string | null =>
  told !== null && /^[A-Za-z0-9_.-]{1,48}$/u.test(told) && !/\d{7}/u.test(told) ? told : null
