import type { StoredCompany } from '../ports.ts'
import { companyNamed, ownerOfForm } from './companies.ts'
import type { Db } from './schema.ts'

/** Companies as they stood at most half a second ago; what this process changes, it sees at once. */
export type CompanyCache = {
  company(id: string): Promise<StoredCompany | null>
  ownerOfForm(form: string): Promise<string | null>
  /** This process has changed a company. */
  forget(id: string): void
}

type Kept = { readonly at: number; readonly company: Promise<StoredCompany | null> }

const FRESH_MS = 500

/** Keeps what was read, and lets those who ask while it is being read share the answer. */
export const companyCache = (db: Db): CompanyCache => {
  const companies = new Map<string, Kept>()
  const owners = new Map<string, string>()

  const read = (id: string): Promise<StoredCompany | null> => {
    // The age counts from before the read. A monotonic clock, because the system's may be set back.
    const kept = { at: performance.now(), company: companyNamed(db, id) }
    companies.set(id, kept)
    const drop = () => {
      if (companies.get(id) === kept) companies.delete(id)
    }
    // What is not there is not kept either: names that strangers make up would fill the memory.
    kept.company.then((company) => company ?? drop(), drop)
    return kept.company
  }

  return {
    company: (id) => {
      const kept = companies.get(id)
      return kept && performance.now() - kept.at < FRESH_MS ? kept.company : read(id)
    },
    ownerOfForm: async (form) => {
      const known = owners.get(form)
      if (known !== undefined) return known
      const owner = await ownerOfForm(db, form)
      if (owner !== null) owners.set(form, owner)
      return owner
    },
    forget: (id) => {
      companies.delete(id)
    },
  }
}
