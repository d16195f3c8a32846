import type { Language } from '../../consent/company.ts'
import type { Kind } from '../../consent/category.ts'
import type { HeardBy, Source } from '../../consent/event.ts'
import type { IdentityKind } from '../../consent/identity.ts'
import type { Proof } from '../../consent/proof.ts'
import type { AllowReason, DenyReason } from '../../consent/reason.ts'
import { PANEL_EN } from './panel-en.ts'
import { PANEL_ES } from './panel-es.ts'
import { PANEL_PT } from './panel-pt.ts'

/** What the panel of the shop's backend says. */
export type PanelTexts = {
  readonly title: string
  readonly person: string
  readonly personHint: string
  readonly personWrong: string
  readonly ask: string
  readonly decisions: string
  readonly verdict: Readonly<Record<'allow' | 'deny' | 'problem', string>>
  readonly kinds: Readonly<Record<Kind, string>>
  readonly reasons: Readonly<Record<AllowReason | DenyReason, string>>
  readonly problem: string
  readonly proof: string
  readonly proofs: Readonly<Record<Proof, string>>
  readonly noProof: string
  readonly evidence: string
  readonly noEvidence: string
  readonly call: string
  readonly reference: string
  readonly knownAs: Readonly<Record<IdentityKind, string>>
  readonly blocked: string
  readonly window: (until: string) => string
  readonly history: string
  readonly historyEmpty: string
  readonly unreachable: string
  readonly position: (position: number) => string
  readonly positionToCome: string
  readonly leaf: string
  readonly heardBy: Readonly<Record<HeardBy, string>>
  readonly sources: Readonly<Record<Source, string>>
  readonly told: ToldTexts
}

/** An event in one sentence. `list` is titles of categories. */
type ToldTexts = {
  readonly ticked: (list: string) => string
  readonly saidYes: (list: string) => string
  readonly saidNo: (list: string) => string
  readonly stopped: string
  readonly halted: string
  readonly suspected: string
  readonly cameBack: string
  readonly wrote: string
  readonly askedHelp: string
  readonly keywordWithoutEffect: string
  readonly platformStop: string
  readonly platformResume: string
  readonly providerBlock: string
  readonly conflict: string
  readonly settled: string
  readonly erased: string
  readonly burst: string
}

/** The panel in each language. */
export const PANEL_TEXTS: Readonly<Record<Language, PanelTexts>> = {
  es: PANEL_ES,
  pt: PANEL_PT,
  en: PANEL_EN,
}
