import type { ComponentChildren } from 'preact'

const icon = (children: ComponentChildren, size = 20) => (
  <svg
    aria-hidden="true"
    fill="none"
    focusable="false"
    height={size}
    stroke="currentColor"
    stroke-linecap="round"
    stroke-linejoin="round"
    stroke-width="2"
    viewBox="0 0 24 24"
    width={size}
  >
    {children}
  </svg>
)

/** Back to the list of chats. */
export const BackIcon = () => icon(<path d="M15 5l-7 7 7 7" />)

/** Sends a message. */
export const SendIcon = () => icon(<path d="M4 12l16-8-6 16-3-7z" fill="currentColor" />)

/** A picture. */
export const PictureIcon = () =>
  icon(
    <>
      <rect height="16" rx="3" width="18" x="3" y="4" />
      <circle cx="9" cy="10" r="1.5" />
      <path d="M4 18l5-4 3 2 4-5 5 5" />
    </>,
    18,
  )

/** Takes something away. */
export const CloseIcon = () => icon(<path d="M6 6l12 12M18 6L6 18" />, 16)

/** Loads a page again. */
export const ReloadIcon = () => icon(<path d="M20 12a8 8 0 1 1-2.500-5.800M20 3v4h-4" />, 16)

/** Opens a page on its own. */
export const OwnTabIcon = () => icon(<path d="M14 4h6v6M20 4l-9 9M18 14v5H5V6h5" />, 16)

/** The badge of a verified account: a seal with a tick. */
export const SealIcon = () => (
  <svg aria-hidden="true" class="seal" focusable="false" height="18" viewBox="0 0 24 24" width="18">
    <path
      d="M12 1.500l2.700 2.200 3.500-.3 1.100 3.300 2.900 1.900-1 3.400 1 3.400-2.900 1.900-1.100 3.300-3.500-.3L12 22.500l-2.700-2.200-3.500.3-1.100-3.300-2.900-1.900 1-3.400-1-3.400 2.900-1.900 1.100-3.300 3.500.3z"
      fill="currentColor"
    />
    <path
      d="M7.800 12.200l2.800 2.800 5.600-5.800"
      fill="none"
      stroke="#fff"
      stroke-width="2.200"
    />
  </svg>
)

/** How far a message has come. */
export const TickIcon = ({ ticks }: { readonly ticks: 1 | 2 }) => (
  <svg aria-hidden="true" focusable="false" height="12" viewBox="0 0 24 16" width="18">
    <g fill="none" stroke="currentColor" stroke-linecap="round" stroke-width="2.200">
      <path d="M3 8.500l4 4 8-9" />
      {ticks === 2 && <path d="M11.500 12.200l.3.300 8-9" />}
    </g>
  </svg>
)

/** Two parties that talk: the demo's own mark. */
export const QuieroMark = () => (
  <svg aria-hidden="true" focusable="false" height="34" viewBox="0 0 64 64" width="34">
    <rect fill="#29235c" height="64" rx="16" width="64" />
    <path
      d="M32 13a19 19 0 1 0 10.600 34.800L51 54l-3.700-9.600A19 19 0 0 0 32 13z"
      fill="none"
      stroke="#fff"
      stroke-linejoin="round"
      stroke-width="5.500"
    />
    <path
      d="M23.500 32.500l6.200 6.200 11.500-12.400"
      fill="none"
      stroke="#ffb45e"
      stroke-linecap="round"
      stroke-linejoin="round"
      stroke-width="5.500"
    />
  </svg>
)
