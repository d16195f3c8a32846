import { html, raw } from 'hono/html'
import type { Language } from '../../../consent/company.ts'
import { FORM_TEXTS } from '../../../consent/form-texts.ts'
import { spacedPhone } from '../../../consent/masked.ts'
import { NOTICE_TEXTS } from '../../../consent/notice-texts.ts'
import { pageTextsOf } from '../../../consent/page-texts.ts'
import type { FoundSender, NumberVerdict } from '../../actions/check-number.ts'
import { chatDrawing } from './chat-drawing.ts'
import { done, warning } from './marks.ts'
import type { Html, Page } from './page.ts'
import { safeLink } from './safe-link.ts'
import { say, unbroken } from './say.ts'

/** Somebody who wonders whether a number is the company's. */
export type SenderVisit = { readonly found: FoundSender; readonly language: Language }

/** What was pasted, which comes back only to be mended, and what it is. */
export type Checked = { readonly verdict: NumberVerdict; readonly pasted: string }

/** "Is this number really theirs?": the number, how to tell it in WhatsApp, and a box to paste another into. */
export const senderPage = (visit: SenderVisit, checked: Checked | null): Page => {
  const { found, language } = visit
  const { document } = found.stored
  const form = formOf(visit)
  const heading = fill(visit, words(visit).title)
  const verdict = checked && sentenceOf(visit, checked.verdict)
  return {
    language,
    title: verdict === null ? heading : `${verdict} · ${heading}`,
    theme: form?.theme ?? {},
    links: document.languages.map((each) => ({ language: each, href: addressOf(visit, each) })),
    body: html`<h1>${heading}</h1>
      <div class="card">${theNumber(visit)}</div>
      <div class="card" id="check">${checkBox(visit, checked)}</div>
      <div class="card">${recognise(visit)}</div>
      <div class="card">${advice(visit)}</div>`,
    below: html`<a href="${safeLink(document.privacyUrl)}" target="_blank" rel="noopener"
        >${NOTICE_TEXTS[language].privacy(document.name)}</a
      >
      <p>${words(visit).trademark}</p>`,
  }
}

const words = (visit: SenderVisit) => pageTextsOf(formOf(visit), visit.language).sender

const fill = ({ found }: SenderVisit, text: string): string =>
  say(text, {
    company: found.stored.document.name,
    name: found.sender.displayName,
    number: unbroken(spacedPhone(found.sender.phone)),
  })

const addressOf = ({ found, language }: SenderVisit, wanted: Language = language): string =>
  `/n/${found.stored.document.id}/${found.sender.id}?language=${wanted}`

const formOf = ({ found }: SenderVisit) =>
  found.stored.document.forms.find(({ sender }) => sender === found.sender.id)

const theNumber = (visit: SenderVisit): Html => {
  const { displayName, phone, badge } = visit.found.sender
  const { about, copyIt } = words(visit)
  return html`<p>${fill(visit, about)}</p>
    <p class="number">${spacedPhone(phone)}</p>
    <p class="soft">${displayName} · ${FORM_TEXTS[visit.language][badge]}</p>
    <p class="soft">${copyIt}</p>`
}

const checkBox = (visit: SenderVisit, checked: Checked | null): Html => {
  const { compare, pasteHere, pasteHow, check, unclear } = words(visit)
  const isUnclear = checked?.verdict === 'unclear'
  return html`<h2>${compare}</h2>
    ${checked === null || isUnclear ? '' : answer(visit, checked.verdict)}
    <form method="post" action="${addressOf(visit)}#check" novalidate>
      <div>
        <label for="number">${pasteHere}</label>
        <input
          id="number"
          name="number"
          type="text"
          inputmode="tel"
          autocomplete="off"
          maxlength="64"
          required
          value="${isUnclear ? checked.pasted : ''}"
          aria-describedby="number-complaint number-how"
          ${isUnclear ? raw('aria-invalid="true" autofocus') : ''}
        />
        ${isUnclear ? html`<p id="number-complaint" class="bad">${unclear}</p>` : ''}
        <p id="number-how" class="soft">${pasteHow}</p>
      </div>
      <button>${check}</button>
    </form>`
}

const sentenceOf = (visit: SenderVisit, verdict: NumberVerdict): string => {
  const { isTheirs, isTheirsToo, isNotTheirs, unclear } = words(visit)
  const sentences = { this: isTheirs, another: isTheirsToo, none: isNotTheirs, unclear }
  return fill(visit, sentences[verdict])
}

const answer = (visit: SenderVisit, verdict: NumberVerdict): Html => {
  const { isTheirsAbout, isNotTheirsAbout } = words(visit)
  const isTheirs = verdict !== 'none'
  return html`<div class="verdict" role="status">
    ${isTheirs ? done() : warning()}
    <div>
      <p><b>${sentenceOf(visit, verdict)}</b></p>
      <p>${isTheirs ? isTheirsAbout : isNotTheirsAbout}</p>
    </div>
  </div>`
}

const recognise = (visit: SenderVisit): Html => {
  const { sender, stored } = visit.found
  const { recognise: heading, recogniseHow, info, badge } = words(visit)
  return html`<h2>${heading}</h2>
    <figure>
      ${chatDrawing({
        name: sender.displayName,
        number: unbroken(spacedPhone(sender.phone)),
        isVerified: sender.badge === 'verified',
        info,
        kind: FORM_TEXTS[visit.language][sender.badge],
        letterOf: stored.document.name,
      })}
      <figcaption>
        <p>${fill(visit, recogniseHow)}</p>
        <p>${badge[sender.badge]}</p>
      </figcaption>
    </figure>`
}

const advice = (visit: SenderVisit): Html => {
  const { neverAsks, never, stop, stopHow, block, blockHow } = words(visit)
  const form = formOf(visit)
  const company = visit.found.stored.document.name
  return html`<h2>${fill(visit, neverAsks)}</h2>
    <ul>
      ${never.map((thing) => html`<li>${thing}</li>`)}
    </ul>
    <h2>${block}</h2>
    <p>${blockHow}</p>
    <h2>${stop}</h2>
    <p>${stopHow}</p>
    ${
      form
        ? html`<a href="/f/${form.id}/stop?language=${visit.language}"
            >${say(FORM_TEXTS[visit.language].stop, { company })}</a
          >`
        : ''
    }`
}
