import { html, raw } from 'hono/html'
import type { Notice } from '../../../consent/notice.ts'
import type { ContinuedOptIn } from '../../actions/continue-opt-in.ts'
import { addressIn, framed, stopLink, type FormVisit } from './form-visit.ts'
import { done } from './marks.ts'
import type { Html, Page } from './page.ts'
import { appleSms, safeLink } from './safe-link.ts'
import { say, unbroken } from './say.ts'

/** After the form: the tap into WhatsApp, and what came of it. */
export const confirmingPage = (
  visit: FormVisit,
  optIn: ContinuedOptIn,
  hasLooked: boolean,
): Page => {
  const { texts } = visit
  switch (optIn.state.status) {
    case 'pending':
      return step(visit, texts.continue, nextStep(visit, optIn, hasLooked))
    case 'expired':
      return expiredPage(visit)
    case 'confirmed':
      return agreedPage(visit, { ...optIn.state, notice: optIn.notice }, stopLink(visit))
  }
}

const step = (visit: FormVisit, heading: string, body: Html, isDone = false): Page => ({
  ...framed(visit, ''),
  // The same step in another language has no address: it was posted.
  links: [],
  title: `${heading} · ${visit.found.company.name}`,
  body: html`<div class="card step">
    ${isDone ? done() : ''}
    <h1>${heading}</h1>
    ${body}
  </div>`,
})

const nextStep = (visit: FormVisit, optIn: ContinuedOptIn, hasLooked: boolean): Html => {
  const { texts, words } = visit
  const number = unbroken(optIn.number)
  // A page in a frame must let go of it: WhatsApp's own pages refuse to be framed.
  return html`${hasLooked ? html`<p class="news">${words.notYet}</p>` : ''}
    <p id="how">${texts.sendThis}</p>
    <p class="draft">${optIn.draft}</p>
    <a
      class="button"
      id="link"
      href="${safeLink(optIn.ways.whatsapp)}"
      target="_top"
      aria-describedby="how"
      >${texts.openWhatsApp}</a
    >
    ${otherWays(visit, optIn)}
    <p>${say(texts.byHand, { number })}</p>
    <p class="draft">${optIn.shortest}</p>
    <form class="look" method="post" action="${addressIn(visit, '/status')}">
      <p id="look">${words.wroteIt}</p>
      <input type="hidden" name="id" value="${optIn.id}" />
      <input type="hidden" name="watch" value="${optIn.watch}" />
      <button class="quiet" aria-describedby="look" ${hasLooked ? raw('autofocus') : ''}>
        ${words.lookNow}
      </button>
    </form>`
}

const otherWay = (link: string, name: string): Html =>
  html`<a class="button quiet" href="${safeLink(link)}" target="_top" aria-describedby="ways"
    >${name}</a
  >`

/** The company's SMS number and its mailbox, where it has them: the same message says the same there. */
const otherWays = ({ texts, words, isApple }: FormVisit, { ways }: ContinuedOptIn): Html => {
  const { sms, email } = ways
  if (sms === null && email === null) return html``
  return html`<p id="ways">${words.otherWays}</p>
    <div class="choice">
      ${sms === null ? '' : otherWay(isApple ? appleSms(sms) : sms, texts.sms)}
      ${email === null ? '' : otherWay(email, texts.email)}
    </div>`
}

/** What a yes that stands is to. */
type Agreed = {
  readonly notice: Notice
  readonly categories: readonly string[]
  /** The number, masked, where it is told. */
  readonly from: string | null
}

/** A yes that stands: to what, and the way out. */
export const agreedPage = (
  visit: FormVisit,
  { notice, categories, from }: Agreed,
  wayOut: Html,
): Page => {
  const { texts } = visit
  const company = notice.company.name
  const at = from === null ? '' : ` (${unbroken(from)})`
  const body = html`<p>${say(texts.agreed, { company, at })}</p>
    <ul>
      ${notice.categories
        .filter(({ id }) => categories.includes(id))
        .map(({ title, frequency }) => html`<li><b>${title}</b> <small>${frequency}</small></li>`)}
    </ul>
    <div class="small-print">
      <p>${notice.howToStop}</p>
      ${wayOut}
    </div>`
  return step(visit, texts.confirmed, body, true)
}

/** The code is of no use any more: the way on is another one. */
export const expiredPage = (visit: FormVisit): Page =>
  step(
    visit,
    visit.texts.expired,
    html`<p>${visit.words.anotherCode}</p>
      <a class="button" href="${addressIn(visit, '')}">${visit.words.toForm}</a>`,
  )

/** The answer to "no, thanks": nothing is asked again. */
export const declinedPage = (visit: FormVisit): Page => {
  const { texts, words, found } = visit
  const company = found.company.name
  return step(
    visit,
    say(texts.declined, { company }),
    html`<div class="small-print">
      <a href="${addressIn(visit, '')}">${words.toForm}</a>
      ${stopLink(visit)}
    </div>`,
  )
}

/** Where a form was posted from somebody else's page: the way on is back to ours. */
export const foreignPage = (visit: FormVisit): Page =>
  step(
    visit,
    visit.words.foreign,
    html`<p>${visit.words.foreignAbout}</p>
      <a class="button" href="${addressIn(visit, '')}">${visit.words.toForm}</a>`,
  )
