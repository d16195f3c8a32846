import type { Drawing } from './drawing.ts'

/** What is asked, and one box a category. A box is ticked by the person or not at all. */
export const CategoryBoxes = ({ state, texts, act }: Drawing<'filling-in' | 'sending'>) => {
  const { notice } = state.view
  const isMissing = state.screen === 'filling-in' && state.isTickMissing
  return (
    <fieldset id="categories" aria-describedby="tick-complaint">
      <legend>{notice.statement.replace(/(\d) (?=\d)/gu, '$1\u00A0')}</legend>
      {notice.categories.map(({ id, title, example, frequency }) => (
        <label class="category" key={id}>
          <input
            type="checkbox"
            aria-labelledby={`title-${id}`}
            aria-describedby={`about-${id}`}
            aria-invalid={isMissing}
            checked={state.entry.ticked.includes(id)}
            onChange={({ currentTarget }) =>
              act({ kind: 'ticked', category: id, isTicked: currentTarget.checked })
            }
          />
          <span>
            <b id={`title-${id}`}>{title}</b>
            <span id={`about-${id}`}>
              <span class="example">{example}</span>
              <small>{frequency}</small>
            </span>
          </span>
        </label>
      ))}
      <p id="tick-complaint" class="bad" aria-live="polite">
        {isMissing && texts.tickMissing}
      </p>
    </fieldset>
  )
}
