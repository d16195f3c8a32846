import { install } from './install.ts'
import { KIT } from './kit.ts'

// The other files bring themselves. A dynamic import carries the page's nonce with it and needs no trusted type.
install(KIT, (base, name) => import(/* @vite-ignore */ `${base}${name}.js`))
