import { workOut } from './work.ts'

if (window.Quiero) window.Quiero.parts.work = workOut

/** A page of ours that waits for the work: its form posts itself with what came of it. */
const post = async (form: HTMLFormElement): Promise<void> => {
  const field = form.elements.namedItem('work')
  if (!(field instanceof HTMLInputElement)) return
  field.value = JSON.stringify(await workOut(JSON.parse(form.dataset['work'] ?? '')))
  form.submit()
}

const begin = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-work]')
  if (form) void post(form)
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
else begin()
