/** What lifts a block at a sender (design R5). */
export const RESUME_POLICIES = ['any-message', 'service-only', 'keyword'] as const
export type ResumePolicy = (typeof RESUME_POLICIES)[number]

/** The policy that holds for this person: numbers of +1 come back by keyword only, unless the document says otherwise. */
export const resumePolicy = (
  stated: ResumePolicy | undefined,
  phone: string | null,
): ResumePolicy => stated ?? (phone?.startsWith('+1') === true ? 'keyword' : 'any-message')
