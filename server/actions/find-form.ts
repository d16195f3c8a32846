import type { Company, Form, Language, Sender } from '../../consent/company.ts'
import { languagesOf } from '../../consent/notice.ts'
import type { Memory, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** A form with the company it belongs to and the sender it asks for. */
export type FoundForm = {
  readonly stored: StoredCompany
  readonly company: Company
  readonly form: Form
  readonly sender: Sender
}

/** The form of a public id. */
export const findForm = async (memory: Memory, id: string): Promise<FoundForm | Problem> => {
  const stored = await memory.companyOfForm(id)
  return (stored && formIn(stored, id)) ?? problem('form-not-found')
}

/** A form of one company, or null. */
export const formIn = (stored: StoredCompany, id: string): FoundForm | null => {
  const company = stored.document
  const form = company.forms.find((candidate) => candidate.id === id)
  const sender = company.senders.find((candidate) => candidate.id === form?.sender)
  return form && sender ? { stored, company, form, sender } : null
}

/** The language to speak: the one wanted if the form speaks it, else the form's first. */
export const languageOf = ({ company, form }: FoundForm, wanted: string | null): Language => {
  const spoken = languagesOf(company, form)
  return spoken.find((language) => language === wanted) ?? spoken[0] ?? 'en'
}
