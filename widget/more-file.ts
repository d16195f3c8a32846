import { MORE } from './more.tsx'

if (window.Quiero) window.Quiero.parts.more = MORE
