/** What came of the links of one campaign: links, each counted once. */
export type Funnel = {
  /** Links that were made. */
  readonly sent: number
  /** Of those, whose page was opened by something that did not say it was only fetching ahead. */
  readonly opened: number
  readonly agreed: number
  /** Of those who agreed, whose number is proved: by the link itself, or by the message that followed. */
  readonly confirmed: number
  readonly refused: number
  /** Of those who agreed, who gave another number than the one that was known. */
  readonly corrected: number
}
