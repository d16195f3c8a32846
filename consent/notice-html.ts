import { spacedPhone } from './masked.ts'
import type { Notice } from './notice.ts'

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const text = (raw: string): string => raw.replace(/[&<>"']/gu, (letter) => ESCAPED[letter] ?? '')

/**
 * A notice as a page shows it, in plain HTML: every word of it, in their order, with the boxes unticked.
 * It needs no style and no script.
 */
export const noticeHtml = (notice: Notice): string => {
  const { company, senders, statement, categories, howToStop, notCondition, privacy } = notice
  const boxes = categories.map(
    ({ title, frequency, example }) =>
      `<li>[ ] <b>${text(title)}</b> ${text(frequency)}<br><i>${text(example)}</i></li>`,
  )
  return [
    `<article lang="${text(notice.language)}">`,
    `<h1>${text(company.name)}</h1>`,
    ...senders.map(
      ({ displayName, phone }) => `<p>${text(displayName)} · ${text(spacedPhone(phone))}</p>`,
    ),
    `<p>${text(statement)}</p>`,
    `<ul>${boxes.join('')}</ul>`,
    `<p>${text(howToStop)}</p>`,
    `<p>${text(notCondition)}</p>`,
    `<p>${text(privacy.text)} ${text(privacy.url)}</p>`,
    `<p>${text(notice.trademark)}</p>`,
    `<p>[ ${text(notice.buttons.yes)} ] [ ${text(notice.buttons.no)} ]</p>`,
    `</article>`,
  ].join('\n')
}
