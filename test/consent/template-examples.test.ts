import { describe, expect, test } from 'vitest'
import { KINDS } from '../../consent/category.ts'
import { LANGUAGES } from '../../consent/company.ts'
import { templateExamplesOf } from '../../consent/template-examples.ts'
import { COMPANY, found } from './read-template.ts'

describe.each(LANGUAGES)('the examples in %s', (language) => {
  test.each(KINDS)('are three of %s, with nothing amiss', (kind) => {
    const examples = templateExamplesOf(COMPANY.name, kind, language)
    expect(examples).toHaveLength(3)
    for (const example of examples) expect(found({ kind, language, ...example })).toEqual([])
    expect(new Set(examples.map(({ title }) => title)).size).toBe(3)
  })

  test.each(KINDS)('of %s have a sample for each gap, and say the name where they may', (kind) => {
    for (const { body, samples } of templateExamplesOf('Casa $& {Ñandú}', kind, language)) {
      expect(samples).toHaveLength(body.match(/\{\{\d\}\}/gu)?.length ?? 0)
      expect(body.includes('Casa $& {Ñandú}')).toBe(kind !== 'authentication')
    }
  })
})
