import { html } from 'hono/html'
import type { Deps } from '../../ports.ts'
import { addressIn, framed, type FormVisit } from './form-visit.ts'
import { done } from './marks.ts'
import type { Page } from './page.ts'
import { phoneField, type PhoneEntry } from './phone-field.ts'
import { say } from './say.ts'

/** Saying no by typed number: the number, one button, nothing else. */
export const stopPage = (deps: Deps, visit: FormVisit, entry: PhoneEntry): Page => {
  const { texts, words, found } = visit
  const company = found.company.name
  const heading = say(texts.stop, { company })
  return {
    ...framed(visit, '/stop'),
    title: entry.complaint ? `${words.fault} · ${heading}` : heading,
    body: html`<div class="card step">
      <h1>${heading}</h1>
      <p>${texts.typeToStop}</p>
      <form method="post" action="${addressIn(visit, '/stop')}" novalidate>
        ${phoneField(deps, visit, entry)}
        <p class="soft">${words.anyCountry}</p>
        <button>${texts.stopNow}</button>
      </form>
      <div class="small-print"><a href="${addressIn(visit, '')}">${texts.back}</a></div>
    </div>`,
  }
}

/** The same for a number that was known and for one that was not. */
export const stoppedPage = (visit: FormVisit): Page => {
  const heading = say(visit.texts.stopped, { company: visit.found.company.name })
  return {
    ...framed(visit, '/stop'),
    links: [],
    title: heading,
    body: html`<div class="card step">
      ${done()}
      <h1>${heading}</h1>
    </div>`,
  }
}
