import { html, raw } from 'hono/html'
import { numberingOf, type CountryNumbering } from '../../../consent/numbering.ts'
import type { PhoneProblem } from '../../../consent/phone-problem.ts'
import type { TypedNumber } from '../../actions/read-typed-phone.ts'
import type { Deps } from '../../ports.ts'
import { complaint as complaintOf } from './complaint.ts'
import type { FormVisit } from './form-visit.ts'
import type { Html } from './page.ts'
import { say } from './say.ts'

/** What the phone field holds, and what was wrong with it. */
export type PhoneEntry = {
  readonly typed: TypedNumber
  readonly complaint: PhoneProblem | null
  /** Whether the person should begin here. */
  readonly isFocused?: boolean
  /** Whether it may stay empty, because a number is known. */
  readonly isOptional?: boolean
}

/** Country and number, with an example and, when something is wrong, the sentence that says what to do. */
export const phoneField = (deps: Deps, visit: FormVisit, entry: PhoneEntry): Html => {
  const { texts, language } = visit
  const { typed, complaint } = entry
  const plans = plansOf(deps, visit)
  const chosen = plans.find(({ country }) => country === typed.country)
  const named = chosen ? { name: countryName(chosen.country, language), plan: chosen } : null
  const example = named && `${named.plan.example} (${named.name})`
  return html`
    ${plans.length > 0 ? countryField(visit, plans, typed.country) : ''}
    <div>
      <label for="phone">${texts.phone}</label>
      <input
        id="phone"
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        maxlength="64"
        ${entry.isOptional === true ? '' : raw('required')}
        value="${typed.phone}"
        aria-describedby="phone-complaint phone-example"
        ${complaint ? raw('aria-invalid="true"') : ''}
        ${entry.isFocused === true ? raw('autofocus') : ''}
      />
      ${
        complaint
          ? html`<p id="phone-complaint" class="bad">
              ${complaintOf(texts, complaint, typed.phone, named)}
            </p>`
          : ''
      }
      <p id="phone-example" class="soft">${example ? say(texts.example, { example }) : ''}</p>
    </div>
  `
}

const countryField = (
  { texts, language }: FormVisit,
  plans: readonly CountryNumbering[],
  chosen: string,
): Html =>
  html`<div>
    <label for="country">${texts.country}</label>
    <select id="country" name="country" autocomplete="off">
      ${plans.map(
        ({ country, callingCode }) =>
          html`<option value="${country}" ${country === chosen ? raw('selected') : ''}>
            ${countryName(country, language)} +${callingCode}
          </option>`,
      )}
    </select>
  </div>`

const plansOf = ({ phones }: Deps, { found }: FormVisit): readonly CountryNumbering[] =>
  found.form.countries.flatMap(
    (country) => numberingOf(country, phones.metadata, phones.examples[country] ?? '') ?? [],
  )

const countryName = (country: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
