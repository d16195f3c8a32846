import { assert, property } from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { languagesOf, noticeOf } from '../../consent/notice.ts'
import { CHANGEABLE_TEXTS, formTextsOf } from '../../consent/own-texts.ts'
import { refusalsOf } from '../../consent/refusals.ts'
import { shownTheme } from '../../consent/shown-theme.ts'
import { CompanyDocument } from '../../contract/company.ts'
import { arbitraryDocument } from './arbitrary-documents.ts'

/** What a theme may put into a style sheet: nothing that could end a declaration. */
const SAFE = /^(?:#[\da-f]{6}|light|dark|auto|page|system|[\d.e-]+)$/iu

const expectHarmless = (company: Company): void => {
  for (const form of company.forms) {
    for (const value of Object.values(shownTheme(form.theme ?? {}))) {
      expect(String(value ?? 'page')).toMatch(SAFE)
    }
    for (const language of languagesOf(company, form)) {
      const texts = formTextsOf(form, language)
      const changeable = CHANGEABLE_TEXTS.map((key) => texts[key]).join(' ')
      expect(changeable).not.toMatch(/[<>\u202E]/u)
      expect(noticeOf(company, form, language).statement).toContain('WhatsApp')
    }
  }
}

test('of a thousand documents none makes the rules fall, and what is taken can do no harm', () => {
  const counts = { taken: 0, refused: 0 }
  assert(
    property(arbitraryDocument, (document) => {
      const refusals = refusalsOf(document)
      const { success, output } = v.safeParse(CompanyDocument, document)
      if (refusals.length > 0 || !success) return void (counts.refused += 1)
      counts.taken += 1
      return expectHarmless(output)
    }),
    { numRuns: 1000 },
  )
  // Enough of both, so that it was worth looking.
  expect(counts.taken).toBeGreaterThan(80)
  expect(counts.refused).toBeGreaterThan(300)
})
