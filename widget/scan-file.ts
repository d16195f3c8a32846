import { scan } from './scan.ts'

if (window.Quiero) window.Quiero.parts.scan = scan
