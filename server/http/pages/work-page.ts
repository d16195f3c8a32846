import { html } from 'hono/html'
import type { HttpDeps } from '../deps.ts'
import { addressIn, framed, type FormVisit } from './form-visit.ts'
import type { Page } from './page.ts'
import { safeLink } from './safe-link.ts'

/** What was typed and what is to be worked out for it. */
export type Unworked = {
  readonly typed: { readonly phone: string; readonly country: string }
  readonly work: unknown
}

/**
 * While the browser works out what is asked for in a burst of opt-outs: then the form posts itself. Whoever runs no
 * scripts writes the word in the chat, which needs no work.
 */
export const workPage = (
  { chatLink, widget }: HttpDeps,
  visit: FormVisit,
  { typed, work }: Unworked,
): Page => {
  const { texts, words, found } = visit
  return {
    ...framed(visit, '/stop'),
    links: [],
    title: words.working,
    script: `/w/${widget.version}/work.js`,
    body: html`<div class="card step">
      <h1>${words.working}</h1>
      <p role="status">${words.workingAbout}</p>
      <progress aria-label="${words.working}"></progress>
      <form method="post" action="${addressIn(visit, '/stop')}" data-work="${JSON.stringify(work)}">
        <input type="hidden" name="country" value="${typed.country}" />
        <input type="hidden" name="phone" value="${typed.phone}" />
        <input type="hidden" name="work" value="" />
      </form>
      <div class="small-print">
        <p id="stuck">${words.isStuck}</p>
        <a
          class="button quiet"
          href="${safeLink(chatLink(found.sender.phone, words.stopWord))}"
          target="_top"
          aria-describedby="stuck"
          >${texts.openWhatsApp}</a
        >
      </div>
    </div>`,
  }
}
