import { install } from './install.ts'
import { KIT } from './kit.ts'

// A browser remembers that a module could not be loaded: the next time it goes by another address.
let again = ''

// The other files bring themselves. A dynamic import carries the page's nonce with it and needs no trusted type.
install(KIT, (base, name) =>
  import(/* @vite-ignore */ `${base}${name}.js${again}`).catch((fault: unknown) => {
    again += '?'
    throw fault
  }),
)
