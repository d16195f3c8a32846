import { html } from 'hono/html'
import type { Html } from '../pages/page.ts'
import { safeLink } from '../pages/safe-link.ts'
import type { Drawn } from './drawn.ts'

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:1.5;color:#222222'

/** What stands below an e-mail: a table, which is what mail programs draw alike, and nothing that they would have to fetch. */
export const signatureHtml = ({ language, company, number, link, check, texts }: Drawn): Html =>
  html`<table
    role="presentation"
    lang="${language}"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="${FONT}"
  >
    <tr>
      <td style="border-left:3px solid #222222;padding:2px 0 2px 12px">
        <b>${company}</b><br />
        ${texts.official} <b>${number}</b><br />
        <a href="${safeLink(link)}" style="color:#222222">${texts.heading}</a><br />
        <span style="font-size:11px;color:#555555"
          >${texts.stop}<br />
          <a href="${safeLink(check)}" style="color:#555555">${texts.check(check)}</a></span
        >
      </td>
    </tr>
  </table> `

/** The same for mails without HTML. */
export const signatureText = ({ company, number, link, check, texts }: Drawn): string =>
  `-- \n${company}\n${texts.official} ${number}\n${texts.heading}:\n${link}\n${texts.stop}\n${texts.check(check)}\n`
