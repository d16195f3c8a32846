/**
 * A title that brings terms and conditions. "Termos" alone may be vacuum flasks, and "condiciones" the
 * weather.
 */
export const NAMES_TERMS: readonly RegExp[] = [
  /\bt ?& ?cs?\b/u,
  /\bterms (?:and|&|of)\b/u,
  /\bterminos\b/u,
  /\bcondiciones (?:de uso|generales|del servicio)\b/u,
  /\btermos (?:e condicoes|de uso|de servico)\b/u,
  /\bcondicoes (?:de uso|gerais)\b/u,
]

/** Words that make a no feel foolish: "no, I'd rather pay more". */
export const SHAMES: readonly RegExp[] = [
  /\bi(?:'?d| would)? (?:rather|prefer to) (?:pay|miss|lose)\b/u,
  /\bi (?:hate|don'?t (?:like|want|need|care (?:about|for))) (?:to save|saving|savings|discounts|deals|good deals)\b/u,
  /\b(?:prefiero|elijo) (?:pagar|perder|perderme|quedarme sin)\b/u,
  /\b(?:odio|no me (?:gusta|gustan|interesa|interesan|importa|importan)|no quiero) (?:ahorrar|el ahorro|los descuentos|descuentos|las ofertas)\b/u,
  /\bprefiro (?:pagar|perder|ficar sem)\b/u,
  /\b(?:odeio|nao (?:gosto de|quero|me interessa)) (?:economizar|poupar|descontos|promocoes)\b/u,
]

/** Words that lend the business WhatsApp's or Meta's name. */
export const CLAIMS_PARTNERSHIP: readonly RegExp[] = [
  /\b(?:approved|certified|endorsed|recommended|verified) by (?:whatsapp|meta)\b/u,
  /\b(?:whatsapp|meta) (?:business )?partners?\b/u,
  /\b(?:partner|socio|parceir[oa]|aliad[oa])s? (?:oficial(?:es)? |oficia(?:l|is) )?(?:of|de|do|da) (?:whatsapp|meta)\b/u,
  /\b(?:avalad|certificad|aprobad|aprovad|endossad|recomendad|verificad)[oa]s? (?:por|pel[oa]) (?:whatsapp|meta)\b/u,
]

/** Whether a text says one of these things, whatever its case and accents. */
export const says = (things: readonly RegExp[], text: string): boolean => {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/gu, "'").toLowerCase()
  return things.some((thing) => thing.test(folded))
}
