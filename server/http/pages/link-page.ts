import { html, raw } from 'hono/html'
import { heardPhone } from '../../../consent/line.ts'
import { masked } from '../../../consent/masked.ts'
import type { Deps } from '../../ports.ts'
import { boxes, smallPrint } from './form-page.ts'
import type { FormVisit } from './form-visit.ts'
import { addressOfLink, linksOfLink, textsOfLink, type LinkVisit } from './link-visit.ts'
import { done } from './marks.ts'
import type { Html, Page } from './page.ts'
import { phoneField, type PhoneEntry } from './phone-field.ts'
import { say, unbroken } from './say.ts'
import { whoAsks } from './who-asks.ts'

/** The page as somebody meets it, or as it comes back with what is to be mended. */
export type LinkEntry = {
  readonly phone: PhoneEntry
  readonly ticked: readonly string[]
  readonly isTickMissing: boolean
  readonly news: string | null
}

/** The page of a link that takes a yes: who asks, for what, and the number. Nothing on it acts by being looked at. */
export const linkPage = (deps: Deps, visit: LinkVisit, form: FormVisit, entry: LinkEntry): Page => {
  const { company, sender } = form.found
  const title = say(form.words.formTitle, { company: company.name })
  const { notice, noticeToken } = form.shown
  const address = addressOfLink(visit)
  return {
    language: visit.language,
    links: linksOfLink(visit),
    theme: form.found.form.theme ?? {},
    title: entry.news === null ? title : `${form.words.fault} · ${title}`,
    below: html`<a href="/n/${company.id}/${sender.id}?language=${visit.language}">
      ${say(form.words.isItReally, { company: company.name })}
    </a>`,
    body: html`<h1 class="unseen">${title}</h1>
      <div class="card">
        ${whoAsks(form)}
        <form id="say-yes" method="post" action="${address}" novalidate>
          <input type="hidden" name="noticeToken" value="${noticeToken}" />
          ${entry.news === null ? '' : html`<p class="news">${entry.news}</p>`}
          ${boxes(form, entry)} ${numberOf(deps, visit, form, entry.phone)}
        </form>
        <form id="say-no" method="post" action="${address}"></form>
        <div class="choice">
          <button form="say-no" name="answer" value="no">${notice.buttons.no}</button>
          <button form="say-yes" name="answer" value="yes" aria-describedby="after-yes">
            ${notice.buttons.yes}
          </button>
        </div>
        <p id="after-yes">${isProof(visit) ? form.words.link.atOnce : form.texts.afterYes}</p>
        ${smallPrint(form, leave(visit))}
      </div>`,
  }
}

const isProof = ({ link }: LinkVisit): boolean =>
  link.channel === 'sms' && link.recipient.phone !== null

/** The number that is known, of which no more is shown than its end: who was sent the link may have passed it on. */
export const maskedNumber = ({ link }: LinkVisit): string | null => {
  const { phone } = link.recipient
  const line = phone === null ? null : heardPhone(phone)
  return line === null ? null : unbroken(masked(line))
}

const numberOf = (deps: Deps, visit: LinkVisit, form: FormVisit, entry: PhoneEntry): Html => {
  const number = maskedNumber(visit)
  if (number === null) return phoneField(deps, form, entry)
  const isOpen = entry.complaint !== null || entry.typed.phone !== ''
  return html`<div>
    <p>${say(form.words.link.toNumber, { number })}</p>
    <details ${isOpen ? raw('open') : ''}>
      <summary>${form.words.link.another}</summary>
      ${phoneField(deps, form, { ...entry, isOptional: true })}
    </details>
  </div>`
}

/** The way out of everything: a button, since nothing acts by being looked at. */
export const leave = (visit: LinkVisit): Html => {
  const { texts } = textsOfLink(visit)
  const company = visit.stored.document.name
  return html`<form method="post" action="${addressOfLink(visit)}">
    <button class="quiet" name="answer" value="stop">${say(texts.stop, { company })}</button>
  </form>`
}

/** A link that takes no yes any more; a no it takes for ever. */
export const closedPage = (visit: LinkVisit, why: 'used' | 'closed'): Page => {
  const { words } = textsOfLink(visit)
  return {
    language: visit.language,
    links: linksOfLink(visit),
    theme: visit.form?.found.form.theme ?? {},
    title: `${words.link[why]} · ${visit.stored.document.name}`,
    body: html`<div class="card step">
      <h1>${words.link[why]}</h1>
      <p>${words.link[`${why}About`]}</p>
      ${
        visit.form === null
          ? ''
          : html`<a class="button quiet" href="/f/${visit.link.form}?language=${visit.language}"
              >${words.toForm}</a
            >`
      }
      <div class="small-print">${leave(visit)}</div>
    </div>`,
  }
}

/** After a no, to everything or to what was asked for. */
export const refusedPage = (visit: LinkVisit, to: 'stopped' | 'declined'): Page => {
  const { texts } = textsOfLink(visit)
  const heading = say(texts[to], { company: visit.stored.document.name })
  return {
    language: visit.language,
    theme: visit.form?.found.form.theme ?? {},
    title: heading,
    body: html`<div class="card step">
      ${done()}
      <h1>${heading}</h1>
    </div>`,
  }
}
