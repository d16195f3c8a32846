import { says } from './pressing-texts.ts'

/**
 * Whether a text is about something that the person has with the business: an order, an appointment, a bill,
 * an account, a question asked. Meta asks it of each utility template, "specificity about the active or
 * ongoing transaction, account, subscription or interaction" (Template categorization).
 */
export const concernsTransaction = (text: string): boolean => says(TRANSACTIONS, text)

// Stems, as they begin in any of the three languages.
const TRANSACTIONS: readonly RegExp[] = [
  /\b(?:pedid|compr[ao]|orden|order|purchase|envio|entreg|encomend|paquete|pacote|parcel|package|deliver|shipp|shipment|despach|retir|collect|pick-?up)/u,
  /\b(?:cita|turno|consulta|reserv|agendamento|horario marcado|seu horario|tu horario|appointment|booking|visit|table|mesa|vuelo|voo|flight|viaje|viagem|trip|ingreso|embarque|boarding|check-?in|exame|estudio|resultado|result|receta|receita|prescription)/u,
  /\b(?:pag[oau]|paga(?:mento|ste)|payment|paid|factura|fatura|invoice|bill|recibo|receipt|boleto|boleta|cuota|parcela|instal|cobr|cargo|charge|lancamento|refund|reembols|devoluc|return|saldo|balance|deposit|transfer|pix|cuenta|conta|account|tarjeta|cartao|card|prestamo|emprestimo|loan|credit)/u,
  /\b(?:suscripc|subscripc|assinatura|subscription|plan|polic|poliz|apolice|contrat|contract|garanti|warranty|membres|membership|matricul|inscri|registr|cadastr|enrol|membresia|pase|passe|pass\b|licen)/u,
  /\b(?:solicit|pedimos|tramite|request|ticket|chamado|caso|case|reclam|complaint|queja|pregunt|pergunt|question|repar|conserto|repair|averia|corte|outage|interrup|postulac|candidatura|application|vacante|vaga|document|datos|dados|details|contrasena|senha|password|sesion|sign-?in|login|acceso|acesso|atencion|atendimento|servicio|servico|service|mensajes|mensagens|messages)/u,
  /\b(?:list[oa]s?|pront[oa]s?|ready|cortara|coleta|recog)\b/u,
]
