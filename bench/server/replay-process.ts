import { argv, stdout } from 'node:process'
import { replay } from './replay.ts'

// A process of its own, so that it can be run under a tracer as the server is.
const [from = '', to = '', parts, most] = argv.slice(2)
stdout.write(JSON.stringify(replay(from, to, Number(parts), Number(most))))
