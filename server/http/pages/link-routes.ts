import { type Context, Hono, type HonoRequest } from 'hono'
import type * as v from 'valibot'
import { stateOfLink } from '../../../consent/link.ts'
import type { E164 } from '../../../consent/line.ts'
import { isPhoneProblem } from '../../../consent/phone-problem.ts'
import { LinkOnPage } from '../../../contract/pages.ts'
import { agreeByLink } from '../../actions/agree-by-link.ts'
import { continueOptIn } from '../../actions/continue-opt-in.ts'
import { isProblem, type Problem } from '../../actions/problem.ts'
import { readTypedPhone } from '../../actions/read-typed-phone.ts'
import { declineByLink, leaveByLink } from '../../actions/refuse-by-link.ts'
import { clientIp } from '../client-ip.ts'
import type { Bindings, HttpDeps } from '../deps.ts'
import { countryFor } from '../languages.ts'
import { PROBLEM_TABLE } from '../problems.ts'
import { addressOf, refusedHandIn, refusedRate } from '../rate-limits.ts'
import { agreedPage, confirmingPage, declinedPage, foreignPage } from './confirming-page.ts'
import type { FormVisit } from './form-visit.ts'
import {
  closedPage,
  leave,
  type LinkEntry,
  linkPage,
  maskedNumber,
  refusedPage,
} from './link-page.ts'
import { type LinkVisit, linkVisit } from './link-visit.ts'
import { isOneClick } from './one-click.ts'
import { isFromOurPage } from './own-origin.ts'
import { type Page, sendPage } from './page.ts'
import { readFields } from './read-fields.ts'
import { refuseVisit } from './refuse-visit.ts'

/**
 * GET·POST /l/{token}: a personal link. Looking at it changes nothing of what stands, however often and by whom; a no
 * is taken for ever, at once, from anywhere and however many come, since mail programs send theirs from few addresses.
 */
export const linkPageRoutes = (deps: HttpDeps) =>
  new Hono<Bindings>()
    .get('/:token', async (c) => {
      const visit = await linkVisit(deps, c.req, c.req.param('token'))
      if (isProblem(visit)) return refuseToken(c, deps, visit)
      if (isOpening(c.req)) await noteOpened(deps, visit)
      const { form } = visit
      const state = stateOfLink(visit.link, deps.now())
      if (form === null || state !== 'open') {
        return sendPage(c, deps, closedPage(visit, state === 'used' ? 'used' : 'closed'))
      }
      return sendPage(c, deps, linkPage(deps, visit, form, freshEntry(c.req, form)))
    })
    .post('/:token', async (c) => {
      const visit = await linkVisit(deps, c.req, c.req.param('token'))
      if (isProblem(visit)) return refuseToken(c, deps, visit)
      const fields = new URLSearchParams(await c.req.text())
      const answer = (await isOneClick(c.req)) ? 'stop' : fields.get('answer')
      if (answer === 'stop' || answer === 'no') return sayNo(deps, c, visit, answer)
      if (visit.form === null) return sendPage(c, deps, closedPage(visit, 'closed'), 409)
      if (!isFromOurPage(c.req, deps.publicUrl)) {
        return sendPage(c, deps, foreignPage(visit.form), 403)
      }
      return sayYes(deps, c, visit, visit.form)
    })

/** A token that is nobody's, whatever is wrong with it, is told from no other; whoever guesses is counted. */
const refuseToken = async (c: Context<Bindings>, deps: HttpDeps, refused: Problem) =>
  refuseVisit(c, deps, (await refusedRate(deps, c, { ip: addressOf(deps, c) })) ?? refused)

/** Whether a page is asked for that somebody may be about to read: not its headers alone, and not ahead of time. */
const isOpening = (request: HonoRequest): boolean => {
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map(
    (name) => request.header(name) ?? '',
  )
  return request.method === 'GET' && !/prefetch|preview|prerender/iu.test(purposes.join(' '))
}

const noteOpened = (deps: HttpDeps, { stored, link }: LinkVisit): Promise<void> =>
  link.openedAt === null
    ? deps.memory
        .of(stored.document.id)
        .write((records) => records.noteLinkOpened(link.hash, deps.now()))
    : Promise.resolve()

const sayNo = async (
  deps: HttpDeps,
  c: Context<Bindings>,
  visit: LinkVisit,
  to: 'stop' | 'no',
): Promise<Response> => {
  const say = to === 'stop' ? leaveByLink : declineByLink
  const refused = await say(deps, visit, seenOf(deps, c, visit))
  if (isProblem(refused)) return refuseVisit(c, deps, refused)
  if (to === 'no' && visit.form !== null) return sendPage(c, deps, declinedPage(visit.form))
  return sendPage(c, deps, refusedPage(visit, to === 'stop' ? 'stopped' : 'declined'))
}

type Filled = v.InferOutput<typeof LinkOnPage>

const sayYes = async (
  deps: HttpDeps,
  c: Context<Bindings>,
  visit: LinkVisit,
  form: FormVisit,
): Promise<Response> => {
  const filled = await readFields(c.req, LinkOnPage)
  const page = isProblem(filled) ? filled : await agree(deps, c, visit, form, filled)
  if (!isProblem(page)) return sendPage(c, deps, page)
  if (page.problem === 'too-many-requests') return refuseVisit(c, deps, page)
  const state = stateOfLink(visit.link, deps.now())
  if (page.problem === 'link-used' || state !== 'open') {
    return sendPage(c, deps, closedPage(visit, state === 'expired' ? 'closed' : 'used'), 409)
  }
  const entry = mend(deps, c.req, form, isProblem(filled) ? null : filled, page)
  const [status] = PROBLEM_TABLE[page.problem]
  const shown = linkPage(deps, visit, form, entry)
  return sendPage(c, deps, shown, page.problem === 'body-not-valid' ? 422 : status)
}

const agree = async (
  deps: HttpDeps,
  c: Context<Bindings>,
  visit: LinkVisit,
  form: FormVisit,
  filled: Filled,
): Promise<Page | Problem> => {
  const { link } = visit
  const { id, countries } = form.found.form
  const typed = typedIn(deps, visit, filled, countries)
  if (isProblem(typed)) return typed
  if (filled.categories.length === 0) return { problem: 'body-not-valid' }
  const phone = typed ?? link.recipient.phone ?? undefined
  const tooMany = await refusedHandIn(deps, c, id, phone)
  if (tooMany) return tooMany
  const { noticeToken, categories } = filled
  const { language, ...evidence } = seenOf(deps, c, visit)
  const yes = { noticeToken, categories, language, typed, evidence }
  const agreed = await agreeByLink(deps, form.found, link, yes)
  if (isProblem(agreed)) return agreed
  if (agreed.stands) {
    const from = maskedNumber(visit)
    return agreedPage(form, { notice: agreed.notice, categories, from }, leave(visit))
  }
  const { submission, watch } = agreed.handedIn
  const optIn = await continueOptIn(deps, id, submission.id, watch)
  return isProblem(optIn) ? optIn : confirmingPage(form, optIn, false)
}

/** The number that was typed; null where there is a known one and nothing was typed in its place. */
const typedIn = (
  deps: HttpDeps,
  { link }: LinkVisit,
  filled: Filled,
  countries: readonly string[],
): E164 | null | Problem =>
  link.recipient.phone !== null && filled.phone.trim() === ''
    ? null
    : readTypedPhone(deps, filled, countries)

/** What is kept with an act on the page. The page's own address would tell the token. */
const seenOf = (deps: HttpDeps, c: Context<Bindings>, { language }: LinkVisit) => ({
  ip: clientIp(c, deps),
  userAgent: c.req.header('user-agent')?.slice(0, 300),
  page: `${deps.publicUrl}/l/`,
  language,
})

const freshEntry = (request: HonoRequest, { found }: FormVisit): LinkEntry => ({
  phone: {
    typed: { phone: '', country: countryFor(request, found.form.countries) },
    complaint: null,
  },
  ticked: [],
  isTickMissing: false,
  news: null,
})

/** The page as it comes back: what was typed, and beside each field what is wrong with it. */
const mend = (
  deps: HttpDeps,
  request: HonoRequest,
  form: FormVisit,
  filled: Filled | null,
  refused: Problem,
): LinkEntry => {
  const fresh = freshEntry(request, form)
  const { texts, words, found } = form
  if (filled === null) return { ...fresh, news: words.startAgain }
  const typed = { phone: filled.phone, country: filled.country }
  if (refused.problem === 'notice-out-of-date') {
    return { ...fresh, phone: { typed, complaint: null }, news: texts.noticeChanged }
  }
  const phone = readTypedPhone(deps, filled, found.form.countries)
  const complaint = isPhoneProblem(refused) && isPhoneProblem(phone) ? phone : null
  const isTickMissing = filled.categories.length === 0
  return {
    phone: { typed, complaint, isFocused: complaint !== null && !isTickMissing },
    ticked: filled.categories,
    isTickMissing,
    news: complaint !== null || isTickMissing ? words.lookAgain : words.startAgain,
  }
}
