/** Somebody else's widget, and what a page loads to show it: files as they are published, or an entry to bundle. */
export type Peer = {
  readonly name: string
  readonly package: string
  readonly shows: string
} & ({ readonly files: readonly string[] } | { readonly entry: string })

/** Those that the widget is measured beside. React is not counted where a peer needs it. */
export const PEERS: readonly Peer[] = [
  {
    name: 'vanilla-cookieconsent',
    package: 'vanilla-cookieconsent',
    shows: 'a consent banner',
    files: ['dist/cookieconsent.umd.js', 'dist/cookieconsent.css'],
  },
  {
    name: 'c15t',
    package: '@c15t/react',
    shows: 'a consent banner, without React',
    entry: `import '@c15t/react/styles.css'
      import { ConsentBanner, ConsentManagerProvider } from '@c15t/react'
      window.peer = [ConsentBanner, ConsentManagerProvider]`,
  },
  {
    name: 'formbricks',
    package: '@formbricks/surveys',
    shows: 'a survey',
    files: ['dist/index.umd.js'],
  },
  {
    name: 'react-phone-number-input',
    package: 'react-phone-number-input',
    shows: 'a phone field, without React and without its flags',
    entry: `import 'react-phone-number-input/style.css'
      import PhoneInput from 'react-phone-number-input'
      window.peer = PhoneInput`,
  },
  {
    name: 'intl-tel-input',
    package: 'intl-tel-input',
    shows: 'a phone field with its utils, without its flags',
    files: ['dist/js/intlTelInputWithUtils.min.js', 'dist/css/intlTelInput.min.css'],
  },
]
