import type { ComponentChildren } from 'preact'

/** One of the three parts of the stage, with its number and what it stands for. */
export const Pane = (props: {
  readonly name: 'shop' | 'phone' | 'panel'
  readonly step: number
  readonly title: string
  readonly lead: string
  readonly children: ComponentChildren
}) => (
  <section aria-labelledby={`${props.name}-title`} class={`pane ${props.name}-pane`}>
    <header class="pane-head">
      <span aria-hidden="true" class="step">
        {props.step}
      </span>
      <h2 id={`${props.name}-title`}>{props.title}</h2>
      <p>{props.lead}</p>
    </header>
    {props.children}
  </section>
)
