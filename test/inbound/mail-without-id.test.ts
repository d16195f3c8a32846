import { expect, test } from 'vitest'
import { sendgrid } from '../../server/inbound/sendgrid.ts'

const told = async (boundary: string, text: string) => {
  const fields = {
    headers: 'From: ana@example.com\nDate: Wed, 18 Nov 2026 11:06:37 +0000',
    from: 'Ana <ana@example.com>',
    envelope: '{"to":["want@mail.example"],"from":"ana@example.com"}',
    subject: '',
    text,
  }
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = new TextEncoder().encode(`${parts.join('')}--${boundary}--\r\n`)
  const [mail] = await sendgrid.read({ body, type: `multipart/form-data; boundary=${boundary}` })
  return mail
}

test('an e-mail without an id is heard, and is one however often it comes', async () => {
  const mail = await told('one', 'stop')
  expect(mail).toMatchObject({ kind: 'mail', from: 'ana@example.com', text: 'stop' })
  expect(await told('another', 'stop')).toEqual(mail)
  expect(await told('one', 'hola')).not.toMatchObject({ id: (mail as { id: string }).id })
})
