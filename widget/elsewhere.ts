import type { FormView } from '../contract/form-view.ts'
import { safeLink } from './safe-link.ts'
import type { Elsewhere } from './screens.ts'

// Android's webviews say so, iOS's leave Safari out, and these apps name themselves. It chooses words, no more.
const IN_APP = /; wv\)|FBA[NV]\/|Instagram|musical_ly|TikTok|Line\/|iP(?:hone|ad)(?!.*Safari\/)/u

/** The form on a page of its own: where this one is shown inside an app, that is the browser. */
export const elsewhereFor = (
  origin: string,
  { form, language }: FormView,
  hasBridge: boolean,
): Elsewhere => {
  const { userAgent } = navigator
  const page = safeLink(`${origin}/f/${form}?language=${language}`)
  // A webview on Android keeps every page to itself, but hands an intent on. An app with a bridge opens the page.
  const isIntent = !hasBridge && page.startsWith('https:') && userAgent.includes('; wv)')
  return {
    isInApp: hasBridge || IN_APP.test(userAgent),
    link: isIntent ? `${page.replace('https', 'intent')}#Intent;scheme=https;end` : page,
  }
}
