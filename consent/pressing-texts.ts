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

/** Words that hurry, reward or oblige, where a form only has to say what to do next. */
export const LURES: readonly RegExp[] = [
  /\b(?:hurry|last chance|(?:only )?today only|only today|limited time|act now|don'?t miss|running out)\b/u,
  /\b(?:apurate|apuresel?e?|apresurate|apresurese|date prisa|ultima oportunidad|solo (?:por )?hoy|no te lo pierdas|no se lo pierda|tiempo limitado|ultim[oa]s (?:horas|cupos|lugares|unidades)|se (?:acaba|agota)n?)\b/u,
  /\b(?:corra|apresse-se|ultima (?:chance|oportunidade)|(?:so|somente|apenas) hoje|nao perca|tempo limitado|ultim[oa]s (?:horas|vagas|unidades)|vai acabar)\b/u,
  /%|\b(?:gifts?|prizes?|discounts?|coupons?|rewards?|bonus|(?<!feel )free|you win)\b/u,
  /\b(?:gratis|regalos?|premios?|gana|gane|sorteos?|descuentos?|cupon|cupones|promocion|promociones)\b/u,
  /\b(?:presentes?|brindes?|ganhe|sorteios?|descontos?|cupom|cupons|promocao|promocoes)\b/u,
  /\b(?:you (?:must|have to|need to) (?:agree|accept|tick)|in order to (?:buy|order|pay))\b/u,
  /\b(?:(?:debes?|tienes? que|es necesario) (?:aceptar|marcar)|para (?:poder )?(?:comprar|pagar))\b/u,
  /\b(?:(?:deve|precisa|tem que|e necessario) (?:aceitar|marcar))\b/u,
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
