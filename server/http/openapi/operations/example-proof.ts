import { EXAMPLE_ACT } from './events.ts'
import { CHECKPOINT, EVENT_ID, LOG_KEY, NOTICE, PERSON_ID, PHONE } from './shared.ts'

/** The proof of somebody who said no. */
export const EXAMPLE_PROOF = {
  schema: 'quiero-proof/1',
  company: 'demo',
  person: PERSON_ID,
  made: '2026-11-22T18:31:09.004Z',
  key: LOG_KEY,
  checkpoint: CHECKPOINT,
  events: [
    {
      position: 41,
      leaf: NOTICE,
      event: {
        id: EVENT_ID,
        person: PERSON_ID,
        moment: { clock: 'ours', receivedAt: 1_795_372_268_112 },
        act: EXAMPLE_ACT,
      },
      evidence: { phone: PHONE },
      salt: '5b0e8f7c2a914d63b8e1f0a7c3d2945e',
      path: ['q0xYc3m0J6tQ4f5m2q1hVw8nR7eKpZ0aB3dXs9LuTgE='],
    },
  ],
  records: [
    {
      schema_version: 'quiero-consent/1',
      record_id: `${EVENT_ID}/withdrawn/*`,
      pii_principal_id: PERSON_ID,
      pii_processing: {
        privacy_notice: 'https://cafe-aurora.example/privacidad',
        notice_hash: null,
        language: null,
        purposes: [
          {
            purpose: null,
            title: null,
            purpose_type: null,
            lawful_basis: 'consent',
            pii_information: ['phone number'],
            pii_controllers: ['demo'],
            collection_method: 'api',
            processing_method: 'messages on WhatsApp',
            recipient_third_parties: ['meta'],
            frequency: null,
            withdrawal_method: null,
            storage_locations: [],
            retention_period: null,
            jurisdiction: null,
          },
        ],
      },
      party_identification: [
        {
          party_id: 'demo',
          party_type: 'controller',
          party_name: 'Café Aurora',
          party_contact: 'https://cafe-aurora.example/privacidad',
        },
        { party_id: 'meta', party_type: 'processor', party_name: 'meta', party_contact: null },
      ],
      event: {
        event_time: '2026-11-22T18:31:08.112Z',
        event_type: 'withdrawal',
        event_state: 'withdrawn',
        validity_duration: null,
        entity_id: PERSON_ID,
        proof: null,
        event_id: EVENT_ID,
        position: 41,
        leaf: NOTICE,
      },
    },
  ],
  notices: [],
  signature:
    '8hPj3m0J6tQ4f5m2q1hVw8nR7eKpZ0aB3dXs9LuTgE8hPj3m0J6tQ4f5m2q1hVw8nR7eKpZ0aB3dXs9LuTgE8g==',
} as const
