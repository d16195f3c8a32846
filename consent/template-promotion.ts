import type { Language } from './company.ts'
import { says } from './pressing-texts.ts'

/**
 * Whether a text sells, as Meta draws the line: offers, coupons, launches, reminders of a forgotten cart,
 * congratulations and calls to buy make any template marketing, mixed ones too (developers.facebook.com,
 * WhatsApp, Templates, Template categorization).
 */
export const promotes = (text: string, language: Language): boolean =>
  says(ANYWHERE, text) || says(PROMOTES[language], text)

const ANYWHERE: readonly RegExp[] = [
  /\b(?:black ?friday|cyber ?monday|cyber ?day|hot ?sale|buen fin|cash ?back|[23] ?x ?[12])\b/u,
]

const ES: readonly RegExp[] = [
  /\bdescuentos?\b|\d ?% (?:menos|off|dto|dcto|extra)\b|\bmitad de precio\b/u,
  /\bcupon(?:es)?\b|\bpromo(?:s|cion|ciones|cionales)?\b|\brebajas?\b|\bgangas?\b|\bsorteos?\b/u,
  /\bofertas?\b(?! (?:de empleo|de trabajo|laboral|academica))/u,
  /\baprovech(?:a|e|en|ar|alo|ala|elo)\b/u,
  /\b(?:envios?|despacho|entrega|regalo|mes|postre|cafe|bebida|muestra|prueba) gratis\b|\bgratis (?:con|por|en|al) (?:tu|su|la|el|cada|comprar)\b|\bde regalo\b/u,
  /(?<!\b(?:tu|su|la|una|esta|de) )\b(?:compra|compre|contrata|contrate|reserva|reserve|pide|pida) (?:ya|ahora|hoy)\b/u,
  /\bno (?:te|se) (?:lo|la|los|las) pierdas?\b|\bno te pierdas\b/u,
  /\b(?:te|le|los) (?:extranamos|echamos de menos)\b|\bvuelve (?:a comprar|pronto|a visitarnos)\b/u,
  /\bnuev[oa]s? (?:coleccion|productos|temporada|menu|sucursal|tienda|linea)\b|\brecien llegad[oa]s?\b|\b(?:descubre|descubra|estrena|estrene)\b|\bconoc(?:e|er|elo|ela) (?:nuestr|el nuev|la nuev|los nuev|las nuev)/u,
  /\b(?:dejaste|olvidaste|dejo|olvido)\b.{1,60}\b(?:carrito|carro|bolsa)\b|\bcarrito (?:te espera|abandonado)\b/u,
  /\bfeliz (?:cumpleanos|navidad|ano nuevo|aniversario|dia de)\b|\bfelices fiestas\b/u,
  /\b(?:gana|gane|ganar|acumula|acumule) (?:hasta|un|una|premios?|puntos|dinero)\b/u,
  /\b(?:recomienda|invita|refiere|recomiende|invite) (?:a )?(?:un|tus|sus) amig/u,
  /\b(?:ultima oportunidad|tiempo limitado|solo por hoy|hasta agotar|ultim[oa]s (?:unidades|cupos|lugares))\b/u,
  /\bprecios? (?:especial(?:es)?|increibles?|unicos?|bajos?)\b|\btambien (?:te|le) (?:puede|podria) (?:gustar|interesar)\b|\bmejora (?:tu|a un) plan\b/u,
]

const PT: readonly RegExp[] = [
  /\bdescontos?\b|\d ?% (?:a menos|off|extra)\b|\bmetade do preco\b/u,
  /\bcup(?:om|ons|ao|oes)\b|\bpromo(?:s|cao|coes|cional|cionais)?\b|\bliquidacao\b|\bsorteios?\b|\bbrindes?\b/u,
  /\bofertas?\b(?! de (?:emprego|trabalho))/u,
  /\baproveit(?:e|a|em|ar)\b/u,
  /\b(?:frete|entrega|mes|amostra|sobremesa|cafe|bebida|teste) (?:gratis|gratuit[oa])\b|\bgratis (?:na|no|em|com)\b|\bde presente\b/u,
  /(?<!\b(?:sua|a|uma|esta|essa|da|de) )\b(?:compre|compra|contrate|reserve|peca|assine) (?:ja|agora|hoje)\b/u,
  /\bnao (?:perca|fique de fora)\b|\bimperdive(?:l|is)\b/u,
  /\b(?:sentimos (?:a )?sua falta|saudades? de voce|volte a comprar)\b/u,
  /\bnov[oa]s? (?:colecao|produtos|cardapio|loja|linha)\b|\bacab(?:ou|aram) de chegar\b|\b(?:descubra|descobre)\b|\bconhec(?:a|er) (?:noss|o nov|a nov|os nov|as nov)/u,
  /\b(?:deixou|esqueceu)\b.{1,60}\b(?:carrinho|sacola|cesta)\b|\bcarrinho (?:te espera|abandonado)\b/u,
  /\bfeliz (?:aniversario|natal|ano novo|dia d)|\bboas festas\b/u,
  /\b(?:ganhe|concorra|acumule)\b|\bindique (?:um|uma|seus|suas) amig/u,
  /\b(?:ultima chance|ultimas (?:unidades|vagas|horas)|tempo limitado|(?:so|somente|apenas) hoje|enquanto durarem)\b/u,
  /\bprecos? (?:especia(?:l|is)|unicos?|baixos?)\b|\bcondic(?:ao|oes) especia(?:l|is)\b|\btambem pode gostar\b|\bupgrade\b/u,
]

const EN: readonly RegExp[] = [
  /\bdiscount(?:s|ed)?\b|\d ?% (?:off|less|extra)\b|\bhalf price\b/u,
  /\b(?:coupon|promo|promotion|promotional|giveaway|raffle|bargain|clearance)s?\b/u,
  /\b(?:special|exclusive|limited|great|best|hot|seasonal|latest|our|your) (?:time )?(?:offer|deal)s?\b|\b(?:flash|summer|winter|spring|autumn|holiday|big|mega) sale\b|\bon sale\b/u,
  /\b(?:shop|buy) (?:now|today|online)\b|\bupgrade (?:now|today|to|your plan)\b/u,
  /\bfree (?:shipping|delivery|gift|trial|samples?|month|coffee|drink|dessert)\b|\bfor free\b|\bas a gift\b/u,
  /\bdon'?t miss\b|\b(?:last chance|limited time|hurry|act now|while (?:stocks?|supplies) last|today only)\b/u,
  /\bwe(?:'ve)? miss(?:ed)? you\b|\bcome back (?:soon|and|to us)\b/u,
  /\bnew (?:collection|arrivals|products|menu|range|season)\b|\b(?:discover|check out|explore|introducing|meet) (?:our|the) (?:new|latest|\w+ collection)/u,
  /\bleft\b.{1,60}\bin your (?:cart|basket|bag)\b|\byour (?:cart|basket) (?:is waiting|misses)\b/u,
  /\bhappy (?:birthday|holidays|new year|anniversary)\b|\bmerry christmas\b/u,
  /\b(?:refer|invite) (?:a|your) friends?\b|\bearn (?:up to|points|rewards|cash)\b|\bwin (?:a|an|up to|prizes)\b/u,
  /\b(?:buy|get) (?:one|two|1|2)[, ]+(?:get|pay)\b|\byou (?:may|might) also (?:like|love|enjoy)\b|\b(?:special|low|unbeatable) prices?\b/u,
]

const PROMOTES: { readonly [language in Language]: readonly RegExp[] } = { es: ES, pt: PT, en: EN }
