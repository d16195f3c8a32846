import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { campaignCode, readCampaignCode } from '../../consent/campaign-code.ts'
import { linkCode, readLinkCode } from '../../consent/link-code.ts'

const fourBytes = fc.uint8Array({ minLength: 4, maxLength: 4 })

test('a campaign code reads back as itself, and is never a link code, nor one of those it', () => {
  fc.assert(
    fc.property(fourBytes, (bytes) => {
      expect(readCampaignCode(campaignCode(bytes).toLowerCase())).toBe(campaignCode(bytes))
      expect(readLinkCode(campaignCode(bytes))).toBeNull()
      expect(readCampaignCode(linkCode(bytes))).toBeNull()
    }),
  )
})
