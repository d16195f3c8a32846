import type { StoredCompany } from '../ports.ts'
import { companyNamed, ownerOfForm } from './companies.ts'
import { recentlyRead } from './recently-read.ts'
import type { Db } from './schema.ts'

/** Companies as they stood at most half a second ago; what this process changes, it sees at once. */
export type CompanyCache = {
  company(id: string): Promise<StoredCompany | null>
  ownerOfForm(form: string): Promise<string | null>
  /** This process has changed a company. */
  forget(id: string): void
}

/** Keeps companies for a moment, and whose a form is for ever. */
export const companyCache = (db: Db): CompanyCache => {
  const companies = recentlyRead((id) => companyNamed(db, id))
  const owners = new Map<string, string>()
  return {
    company: (id) => companies.read(id),
    ownerOfForm: async (form) => {
      const known = owners.get(form)
      if (known !== undefined) return known
      const owner = await ownerOfForm(db, form)
      if (owner !== null) owners.set(form, owner)
      return owner
    },
    forget: (id) => companies.forget(id),
  }
}
