import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { KIT_PIECES } from '../../consent/kit.ts'
import type { KitShown } from '../../contract/kit.ts'
import type { QualityShown } from '../../contract/quality.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, serviceFor } from '../support/service.ts'
import { by, history, newPhone, reasons, writes } from './acts.ts'
import { otherCompany } from './companies.ts'
import { draftIn, pieceIn } from './kits.ts'

describe.each(ENGINES)('the code of a printed piece, on %s,', (engine) => {
  const service = serviceFor({ engine })
  const kit = async (): Promise<KitShown> => {
    const answer = await service().ask('/v1/kit/main', { key: service().keys.company })
    expect(answer.status).toBe(200)
    return answer.as<KitShown>()
  }
  const put = async (change: (company: Company) => Company): Promise<void> => {
    const stored = await service().deps.memory.company('demo')
    const body = change(stored?.document ?? demoDocument())
    const key = service().keys.company
    const answer = await service().ask('/v1/company', { method: 'PUT', key, body })
    expect([answer.status, answer.problem]).toEqual([200, null])
  }
  const grantedOf = async (phone: string) => {
    const [newest] = await history(service(), phone)
    return newest?.act.kind === 'message' ? newest.act.granted : null
  }

  test('is another for every piece and language, and the same whenever it is asked for', async () => {
    const [first, again] = [await kit(), await kit()]
    expect(first).toEqual(again)
    expect(first.pieces).toHaveLength(KIT_PIECES.length * 3)
    expect(new Set(first.pieces.map(({ code }) => code)).size).toBe(first.pieces.length)
  })

  test('grants all that the form offers, in the words of its language, and counts apart', async () => {
    const { pieces } = await kit()
    for (const { piece, language, link, source, code } of pieces) {
      const phone = newPhone()
      await writes(service(), by(phone), draftIn(link))
      expect([piece, language, await reasons(service(), phone)]).toEqual([
        piece,
        language,
        ['consented', 'consented'],
      ])
      const granted = await grantedOf(phone)
      expect(granted).toMatchObject({ categories: ['orders', 'offers'], piece, form: 'frm_demo' })
      const notice = await service()
        .deps.memory.of('demo')
        .notice(granted?.notice ?? '')
      expect([code, notice?.language]).toEqual([code, language])
      expect(source).toBe(`keyword/frm_demo/${piece}`)
    }
    const answer = await service().ask('/v1/quality', { key: service().keys.company })
    const counted = answer
      .as<QualityShown>()
      .sources.map(({ source, optIns }) => `${source} ${optIns}`)
    expect(counted.toSorted()).toEqual(
      KIT_PIECES.map((piece) => `keyword/frm_demo/${piece} 3`).toSorted(),
    )
  })

  test('serves everybody who types it, as they type it, and after years', async () => {
    const { code } = pieceIn(await kit(), 'receipt', 'es')
    service().pass(3 * 365 * 86_400_000)
    for (const text of [
      `#want ${code}`,
      `#Want ${code.toLowerCase()}`,
      `#want ${code.slice(0, 3)}-${code.slice(3)}`,
    ]) {
      const phone = newPhone()
      await writes(service(), by(phone), text)
      expect([text, await reasons(service(), phone)]).toEqual([text, ['consented', 'consented']])
    }
  })

  test('grants nothing where it is mistyped, of another company, or made up', async () => {
    const { code } = pieceIn(await kit(), 'receipt', 'es')
    const key = await service().load(otherCompany())
    const others = await service().ask('/v1/kit/main', { key })
    const foreign = others.as<KitShown>().pieces[0]?.code ?? ''
    expect(foreign).not.toBe('')
    for (const wrong of [
      `${code.slice(0, 6)}${code.endsWith('Z') ? 'Y' : 'Z'}`,
      foreign,
      '000000E',
    ]) {
      const phone = newPhone()
      await writes(service(), by(phone), `#want ${wrong}`)
      expect([wrong, await reasons(service(), phone)]).toEqual([
        wrong,
        ['never_asked', 'never_asked'],
      ])
    }
  })

  test('never grants what was added or reworded after it was printed', async () => {
    const old = pieceIn(await kit(), 'poster-a4', 'pt')
    await put((company) => ({
      ...company,
      categories: company.categories.map((category) =>
        category.id === 'orders'
          ? { ...category, title: { es: 'Envíos', pt: 'Envios', en: 'Shipments' } }
          : category,
      ),
    }))
    expect(pieceIn(await kit(), 'poster-a4', 'pt').code).not.toBe(old.code)
    const phone = newPhone()
    await writes(service(), by(phone), draftIn(old.link))
    expect(await grantedOf(phone)).toMatchObject({ categories: ['offers'], piece: 'poster-a4' })
    await put((company) => ({
      ...company,
      categories: company.categories.map((category) =>
        category.id === 'offers'
          ? { ...category, purposeChangedAt: new Date(service().now()).toISOString() }
          : category,
      ),
    }))
    const later = newPhone()
    await writes(service(), by(later), draftIn(old.link))
    expect(await grantedOf(later)).toBeNull()
  })
})
