import type { ComponentChildren } from 'preact'
import type { LaterDrawing } from './drawing.ts'
import { say } from './texts.ts'

type StepParts = {
  readonly drawing: Pick<LaterDrawing, 'state' | 'later' | 'act'>
  readonly heading: string
  readonly mark?: ComponentChildren
  readonly children?: ComponentChildren
  readonly isFinal?: boolean
}

/** A screen after the form: a mark, a heading that takes the focus, what there is to say, and a way back. */
export const Step = ({ drawing, heading, mark, children, isFinal }: StepParts) => (
  <div class="step">
    {mark}
    <h2 id="heading" tabIndex={-1}>
      {say(heading, { company: drawing.state.view.notice.company.name })}
    </h2>
    {children}
    {!isFinal && (
      <button type="button" class="link" onClick={() => drawing.act({ kind: 'went-back' })}>
        {drawing.state.screen === 'declined' ? drawing.later.changedMind : drawing.later.back}
      </button>
    )}
  </div>
)
