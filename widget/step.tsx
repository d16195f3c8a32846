import type { ComponentChildren } from 'preact'
import type { Drawing } from './drawing.ts'
import { say } from './texts.ts'

type StepParts = {
  readonly drawing: Pick<Drawing, 'state' | 'texts' | 'act'>
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
      {sayOf(drawing, heading)}
    </h2>
    {children}
    {!isFinal && (
      <button type="button" class="link" onClick={() => drawing.act({ kind: 'went-back' })}>
        {drawing.texts.back}
      </button>
    )}
  </div>
)

/** The way out, as short as the way in. */
export const StopLink = (drawing: StepParts['drawing']) => (
  <button type="button" class="link" onClick={() => drawing.act({ kind: 'wants-to-stop' })}>
    {sayOf(drawing, drawing.texts.stop)}
  </button>
)

/** A text with the company's name in it. */
export const sayOf = ({ state }: Pick<Drawing, 'state'>, text: string): string =>
  say(text, { company: state.view.notice.company.name })
