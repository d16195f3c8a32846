import { html, raw } from 'hono/html'
import type { Deps } from '../../ports.ts'
import { addressIn, framed, stopLink, type FormVisit } from './form-visit.ts'
import type { Html, Page } from './page.ts'
import { phoneField, type PhoneEntry } from './phone-field.ts'
import { safeLink } from './safe-link.ts'
import { say } from './say.ts'
import { whoAsks } from './who-asks.ts'

/** The plain form as somebody meets it, or as it comes back with what is to be mended. */
export type FormEntry = {
  readonly phone: PhoneEntry
  readonly ticked: readonly string[]
  readonly isTickMissing: boolean
  /** Makes pressing twice one act. */
  readonly attempt: string
  /** What is to be said above all, when the form comes back. */
  readonly news: string | null
}

/** The hosted page of a form: all of it in plain HTML, inside the element that the widget draws into. */
export const formPage = (deps: Deps, visit: FormVisit, entry: FormEntry): Page => {
  const { found, words, language, isInApp } = visit
  const { id } = found.form
  const { company, sender } = found
  const title = say(words.formTitle, { company: company.name })
  const isFresh = entry.news === null
  // A form that came back stays what it is: the widget would begin anew, without what was typed.
  const place = isFresh ? raw(`data-quiero="${id}"`) : ''
  const below = html`<a href="/n/${company.id}/${sender.id}?language=${language}">
    ${say(words.isItReally, { company: company.name })}
  </a>`
  return {
    ...framed(visit, ''),
    title: isFresh ? title : `${words.fault} · ${title}`,
    script: isFresh ? `/f/${id}.js?language=${language}` : undefined,
    below,
    body: html`<h1 class="unseen">${title}</h1>
      <div ${place} ${isInApp ? inApp(found.form.origins) : ''}>${card(deps, visit, entry)}</div>`,
  }
}

/** A window or a frame around the page is told what came of the form only where the form may stand itself. */
const inApp = (origins: readonly string[]): Html =>
  html`data-view="app" data-app-origin="${origins.join(' ')}"`

const card = (deps: Deps, visit: FormVisit, entry: FormEntry): Html => {
  const { notice, noticeToken } = visit.shown
  const address = addressIn(visit, '')
  // "No" is a form of its own, which carries nothing: and the key Enter presses the first button of this one.
  return html`<div class="card">
    ${whoAsks(visit)}
    <form id="say-yes" method="post" action="${address}" novalidate>
      <input type="hidden" name="noticeToken" value="${noticeToken}" />
      <input type="hidden" name="attempt" value="${entry.attempt}" />
      ${entry.news === null ? '' : html`<p class="news">${entry.news}</p>`} ${boxes(visit, entry)}
      ${phoneField(deps, visit, entry.phone)}
    </form>
    <form id="say-no" method="post" action="${address}"></form>
    <div class="choice">
      <button form="say-no" name="answer" value="no">${notice.buttons.no}</button>
      <button form="say-yes" name="answer" value="yes" aria-describedby="after-yes">
        ${notice.buttons.yes}
      </button>
    </div>
    <p id="after-yes">${visit.texts.afterYes}</p>
    ${smallPrint(visit, stopLink(visit))}
  </div>`
}

/** What is asked for, a box for each topic. */
export const boxes = (
  { shown, texts }: FormVisit,
  { ticked, isTickMissing }: Pick<FormEntry, 'ticked' | 'isTickMissing'>,
): Html =>
  html`<fieldset ${isTickMissing ? raw('aria-describedby="tick-complaint"') : ''}>
    <legend>${shown.notice.statement}</legend>
    ${shown.notice.categories.map(
      ({ id, title, example, frequency }, index) =>
        html`<label class="category">
          <input
            type="checkbox"
            name="categories"
            value="${id}"
            aria-labelledby="title-${id}"
            aria-describedby="about-${id}"
            ${ticked.includes(id) ? raw('checked') : ''}
            ${isTickMissing ? raw('aria-invalid="true"') : ''}
            ${isTickMissing && index === 0 ? raw('autofocus') : ''}
          />
          <span>
            <b id="title-${id}">${title}</b>
            <span id="about-${id}">
              <span class="example">${example}</span>
              <small>${frequency}</small>
            </span>
          </span>
        </label>`,
    )}
    ${isTickMissing ? html`<p id="tick-complaint" class="bad">${texts.tickMissing}</p>` : ''}
  </fieldset>`

/** What else a notice says, and the way out. */
export const smallPrint = (visit: FormVisit, wayOut: Html): Html => {
  const { notice } = visit.shown
  return html`<div class="small-print">
    <p>${notice.howToStop} ${notice.notCondition}</p>
    <a href="${safeLink(notice.privacy.url)}" target="_blank" rel="noopener">
      ${notice.privacy.text}
    </a>
    <p>${notice.trademark}</p>
    ${wayOut}
  </div>`
}
