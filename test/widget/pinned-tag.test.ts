import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWidgetFiles } from '../../server/widget-file.ts'

test('the README pins the widget as it is built now', () => {
  const { version, integrity } = readWidgetFiles('dist')
  const readme = readFileSync('README.md', 'utf8')
  expect(readme).toContain(`/w/${version}/widget.js"\n  integrity="${integrity}"`)
})
