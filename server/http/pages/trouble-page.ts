import { html } from 'hono/html'
import type { Language } from '../../../consent/company.ts'
import { PAGE_TEXTS } from '../../../consent/page-texts.ts'
import type { Page } from './page.ts'

/** Where there is nothing, where we failed, and where too many come at once: one sentence, and no way to do harm. */
export const troublePage = (language: Language, trouble: 'missing' | 'trouble' | 'busy'): Page => {
  const words = PAGE_TEXTS[language]
  return {
    language,
    title: words[trouble],
    body: html`<div class="card step">
      <h1>${words[trouble]}</h1>
      <p>${words[`${trouble}About`]}</p>
    </div>`,
  }
}
