import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Language } from '../../../consent/company.ts'
import { readCheckpoint } from '../../../consent/checkpoint.ts'
import { PROOFS } from '../../../consent/proof.ts'
import type { ProofFile, ProvenEvent, ProvenRecord } from '../../../consent/proof-file.ts'
import { PROOF_TEXTS, type ProofTexts } from '../../../consent/proof-texts.ts'
import type { Html, Page } from './page.ts'
import { say } from './say.ts'

const STYLE = readFileSync(new URL('./proof.css', import.meta.url), 'utf8')

/** A proof as a judge reads it on paper: what was agreed to, when, in which words, and how to check it. */
export const proofPage = (file: ProofFile, business: string, language: Language): Page => {
  const texts = PROOF_TEXTS[language]
  const head = readCheckpoint(file.checkpoint)
  return {
    language,
    title: `${texts.title} · ${business}`,
    style: STYLE,
    body: html`<div class="card">
      <h1>${texts.title}</h1>
      <p>${say(texts.lead, { company: business })}</p>
      <dl>
        <dt>${texts.person}</dt>
        <dd>${phonesIn(file).join(', ')} <code>${file.person}</code></dd>
        <dt>${texts.made}</dt>
        <dd>${instant(file.made)}</dd>
      </dl>
      ${file.records.length === 0 ? html`<p>${texts.nothing}</p>` : ''}
      ${file.records.map((record) => recordOf(file, record, texts))}
      ${file.notices.map(
        ({ hash, html: shown }) =>
          html`<section class="notice">
            <h2>${texts.shown} <code>${hash.slice(0, 12)}</code></h2>
            ${raw(shown)}
          </section>`,
      )}
      <section class="record">
        <h2>${texts.check}</h2>
        <p>${texts.checkHow}</p>
        <dl>
          <dt>${texts.key}</dt>
          <dd><code>${file.key}</code></dd>
          <dt>${texts.checkpoint}</dt>
          <dd><code>${head?.size ?? ''} · ${head?.root ?? ''}</code></dd>
        </dl>
      </section>
    </div>`,
  }
}

const recordOf = (
  { events }: ProofFile,
  { event, pii_processing: processing }: ProvenRecord,
  texts: ProofTexts,
): Html => {
  const [purpose] = processing.purposes
  const proof = PROOFS.find((each) => each === event.proof)
  const what = purpose?.title ?? purpose?.purpose ?? texts.everything
  return html`<section class="record">
    <h2>${texts.states[event.event_state]}: ${what}</h2>
    ${purpose?.frequency == null ? '' : html`<p>${purpose.frequency}</p>`}
    <dl>
      <dt>${texts.when}</dt>
      <dd>${instant(event.event_time)}</dd>
      <dt>${texts.how}</dt>
      <dd>${proof ? texts.proofs[proof] : texts.noProof}</dd>
      <dt>${texts.place}</dt>
      <dd><code>${event.position} · ${event.leaf}</code></dd>
    </dl>
    ${sourceOf(
      events.find((one) => one.event.id === event.event_id),
      texts,
    )}
  </section>`
}

/** What the person wrote, where there was a message; or that it was erased. */
const sourceOf = (source: ProvenEvent | undefined, texts: ProofTexts): Html => {
  if (source?.salt === null) return html`<p>${texts.erased}</p>`
  const words = source?.evidence?.text
  if (words === undefined) return html``
  return html`<p>${texts.wrote}:</p>
    <blockquote>${words}</blockquote>`
}

const phonesIn = ({ events }: ProofFile): readonly string[] => [
  ...new Set(events.flatMap(({ evidence }) => evidence?.phone ?? [])),
]

const instant = (at: string): string => at.replace('T', ' ').replace('.000Z', 'Z')
