import { PLACE } from './place.tsx'

if (window.Quiero) window.Quiero.parts.place = PLACE
