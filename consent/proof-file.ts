import type { ConsentPart } from './consent-record.ts'
import type { Act, Evidence } from './event.ts'
import type { Moment } from './moment.ts'
import type { Notice } from './notice.ts'

/*
 * What convinces somebody who trusts neither the company nor whoever runs the server: one person's events with
 * what shows that each stands in the signed log, the words that were shown, and the records that follow from them.
 */

/** One event as its leaf was made, and the hashes that lead from the leaf to the root of the checkpoint. */
export type ProvenEvent = {
  /** Its index in the log. */
  readonly position: number
  /** SHA-256 of the salted canonical event, hexadecimal. */
  readonly leaf: string
  readonly event: {
    readonly id: string
    readonly person: string
    readonly moment: Moment
    readonly act: Act
  }
  /** Null where there never was any, and once it is erased: then the salt is null too. */
  readonly evidence: Evidence | null
  /** Hexadecimal; null once it is erased, after which the leaf stands for what nobody can read any more. */
  readonly salt: string | null
  /** RFC 6962, section 2.1.1, from the leaf upwards, in base64. */
  readonly path: readonly string[]
}

/** The words that were shown, by their name, and as a page shows them. */
export type ProvenNotice = {
  /** The SHA-256 of the notice's canonical JSON, hexadecimal. */
  readonly hash: string
  readonly notice: Notice
  readonly html: string
}

/** One consent, refusal or withdrawal (a profile of ISO/IEC TS 27560; docs/consent-record.md). */
export type ProvenRecord = {
  readonly schema_version: 'quiero-consent/1'
  /** The event, the state and the category. */
  readonly record_id: string
  readonly pii_principal_id: string
  readonly pii_processing: {
    readonly privacy_notice: string | null
    readonly notice_hash: string | null
    readonly language: string | null
    readonly purposes: readonly {
      /** The category; null: every one. */
      readonly purpose: string | null
      readonly title: string | null
      readonly purpose_type: string | null
      readonly lawful_basis: 'consent'
      readonly pii_information: readonly string[]
      readonly pii_controllers: readonly string[]
      readonly collection_method: string
      readonly processing_method: string
      readonly recipient_third_parties: readonly string[]
      readonly frequency: string | null
      readonly withdrawal_method: string | null
      readonly storage_locations: readonly string[]
      readonly retention_period: string | null
      readonly jurisdiction: string | null
    }[]
  }
  readonly party_identification: readonly {
    readonly party_id: string
    readonly party_type: 'controller' | 'processor'
    readonly party_name: string
    readonly party_contact: string | null
  }[]
  readonly event: {
    readonly event_time: string
    readonly event_type: 'explicit' | 'withdrawal' | 'refusal'
    readonly event_state: ConsentPart['state']
    readonly validity_duration: string | null
    readonly entity_id: string
    readonly proof: string | null
    readonly event_id: string
    readonly position: number
    readonly leaf: string
  }
}

/** The whole file. */
export type ProofFile = {
  readonly schema: 'quiero-proof/1'
  readonly company: string
  readonly person: string
  /** When the file was made. */
  readonly made: string
  /** What checks the signatures (https://c2sp.org/signed-note). */
  readonly key: string
  /** The signed head of the log that holds every event here (https://c2sp.org/tlog-checkpoint). */
  readonly checkpoint: string
  readonly events: readonly ProvenEvent[]
  readonly records: readonly ProvenRecord[]
  readonly notices: readonly ProvenNotice[]
  /** Ed25519 over the canonical JSON (RFC 8785) of all the rest, in base64. */
  readonly signature: string
}
