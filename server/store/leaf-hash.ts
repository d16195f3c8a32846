import { hash } from 'node:crypto'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import { leafForm } from '../../consent/leaf.ts'

/** An event's leaf in its company's log: the SHA-256 of its salted canonical form. */
export const leafHash = (
  company: string,
  event: ConsentEvent,
  evidence: Evidence | null,
  salt: Buffer,
): Buffer => hash('sha256', leafForm(company, event, evidence, salt.toString('hex')), 'buffer')
