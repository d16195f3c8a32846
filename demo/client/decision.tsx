import type { Decision as Answer } from '../../client/answers.ts'
import type { Asked, Judged } from '../shapes.ts'
import type { PanelTexts } from '../texts/panel.ts'

type Props = {
  readonly judged: Judged
  readonly asked: Asked | null
  readonly sender: string
  readonly title: string
  readonly texts: PanelTexts
}

/** What Quiero answers for one category: yes or no, why, and what it rests on. */
export const Decision = (props: Props) => {
  const { judged, title, texts } = props
  const answer = 'allow' in judged.answer ? judged.answer : null
  const verdict = verdictOf(answer)
  return (
    <article class="decision" data-category={judged.category.id} data-verdict={verdict}>
      <h3>
        {title} <span class="kind">{texts.kinds[judged.category.kind]}</span>
      </h3>
      <div aria-atomic="true" aria-live="polite">
        <p class="verdict">
          <VerdictMark verdict={verdict} />
          {texts.verdict[verdict]}
        </p>
        <p class="why">{answer ? texts.reasons[answer.reason] : texts.problem}</p>
        <code class="reason">{answer ? answer.reason : codeOf(judged)}</code>
      </div>
      <Grounds answer={answer} texts={texts} />
      <Call {...props} />
    </article>
  )
}

const Grounds = (props: { readonly answer: Answer | null; readonly texts: PanelTexts }) => {
  const { answer, texts } = props
  return (
    <dl>
      <div>
        <dt>{texts.proof}</dt>
        <dd class="proof">{answer?.proof ? texts.proofs[answer.proof] : texts.noProof}</dd>
      </div>
      <div>
        <dt>{texts.evidence}</dt>
        <dd class="evidence">
          {answer?.evidence ? (
            <a href={`#${answer.evidence}`} title={answer.evidence}>
              {shortId(answer.evidence)}
            </a>
          ) : (
            texts.noEvidence
          )}
        </dd>
      </div>
    </dl>
  )
}

const Call = ({ judged, asked, sender, texts }: Props) => (
  <details>
    <summary>
      {texts.call} <span>· {judged.ms} ms</span>
    </summary>
    <pre>
      {'POST /v1/may-send\n'}
      {JSON.stringify({ person: asked, sender, category: judged.category.id }, null, 1)}
      {`\n\n${judged.status ?? ''}\n`}
      {JSON.stringify(judged.answer, null, 1)}
    </pre>
  </details>
)

const VerdictMark = ({ verdict }: { readonly verdict: Verdict }) => (
  <svg aria-hidden="true" focusable="false" height="26" viewBox="0 0 24 24" width="26">
    <circle cx="12" cy="12" fill="currentColor" r="11" />
    <path
      d={MARKS[verdict]}
      fill="none"
      stroke="#fff"
      stroke-linecap="round"
      stroke-width="2.500"
    />
  </svg>
)

type Verdict = 'allow' | 'deny' | 'problem'

const MARKS: Readonly<Record<Verdict, string>> = {
  allow: 'M7 12.500l3.500 3.500L17 9',
  deny: 'M8 8l8 8M16 8l-8 8',
  problem: 'M12 7v6M12 16.500v.1',
}

const verdictOf = (answer: Answer | null): Verdict => {
  if (answer === null) return 'problem'
  return answer.allow ? 'allow' : 'deny'
}

const codeOf = ({ answer }: Judged): string => ('code' in answer ? answer.code : '')

/** An event's id, short enough for a card; the whole one stands in its title. */
export const shortId = (id: string): string => (id.length > 13 ? `${id.slice(0, 13)}…` : id)
