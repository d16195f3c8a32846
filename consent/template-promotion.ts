import type { Language } from './company.ts'
import { says } from './pressing-texts.ts'

/**
 * Whether a text sells, as Meta draws the line: offers, coupons, launches, reminders of a forgotten cart,
 * congratulations and calls to buy make any template marketing, mixed ones too (developers.facebook.com,
 * WhatsApp, Templates, Template categorization). It knows the usual words; who sells in others is not found.
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
  /\b(?:gan(?:a|as|e|ar)|acumul(?:a|as|e|ar)) (?:hasta|un|una|premios?|puntos|dinero|\d+|\$)|\bahorr(?:a|as|e|ar) (?:hasta|un|en|\$|\d)/u,
  /\b(?:en|para|de) (?:tu|su) (?:proxima|siguiente) compra\b|\b(?:te|le) regala(?:mos|n)?\b|\bsin intereses\b/u,
  /\bven(?:ga|gan|i)? a (?:conocer|probar|visitar)|\bhace (?:tiempo|mucho|dias|meses) que no (?:te|lo|la|nos|pasas|vienes|compras)\b/u,
  /\b(?:lanzamos|lanzamiento|inauguramos)\b|\babrimos (?:una|nuestra) nueva\b|\bdescarga(?:te)? nuestra app\b|\bagend(?:a|e) (?:ya|hoy|ahora)\b/u,
  /\b(?:recomienda|invita|refiere|recomiende|invite) (?:a )?(?:un|tus|sus) amig/u,
  /\b(?:ultima oportunidad|tiempo limitado|solo por hoy|hasta agotar|ultim[oa]s (?:unidades|cupos|lugares))\b/u,
  /\bprecios? (?:especial(?:es)?|increibles?|unicos?|bajos?)\b|\btambien (?:te|le) (?:puede|podria) (?:gustar|interesar)\b|\bmejora (?:tu|a un) plan\b/u,
  /\b(?:rifas?|concursos?|premios?(?! de (?:tu|la|su) (?:poliza|prima))|remates?|preventa|imperdibles?|llevate|suscribete|suscribase)\b|\bventa (?:nocturna|especial|flash|de bodega)\b|\b(?:en liquidacion|liquidacion (?:total|de))\b/u,
  /\b(?:beneficio|acceso|evento|regalo|descuento|producto|invitacion)s? (?:exclusiv|vip)|\bcliente (?:frecuente|especial|preferente|preferencial|vip)\b|\bhazte (?:soci|premium|miembro)/u,
  /\bsegunda unidad\b|\bllev[ae] \d|\bpag(?:a|as|ue|ues) (?:solo |solamente )?\d+ (?:mes|cuota)|\bmes(?:es)? gratis\b|\bedicion limitada\b|\bplanes? desde\b/u,
  /\bcoleccion(?:es)?\b|\b(?:la|de|esta|nueva) temporada\b|\bmira (?:lo nuevo|nuestr)|\b(?:regalos?|ideas) para\b|\b(?:novedades|productos) que te\b|\bte (?:va|van) a encantar\b/u,
  /(?<!\b(?:llam\w+|cancel\w+|devol\w+|cambio|linea|numero) )\b(?:gratis|gratuit[oa]s?|sin costo)\b(?! al)|\b(?:por nuestra cuenta|la casa invita|(?:bono|bonificacion) de)\b|\d ?% de (?:bono|bonificacion)\b/u,
  /\bpor (?:solo|apenas) [$\d]|\bquedan poc[oa]s\b|\bsorpresas? para\b|\b(?:celebra(?:mos)?|cumplimos|festejamos)\b|\bsin interes\b/u,
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
  /\b(?:ganhe|concorra|acumule|economize)\b|\b(?:ganha|ganhar) (?:\d|ate|um|uma|pontos)|\bsem juros\b|\bde brinde\b/u,
  /\bna (?:sua )?proxima compra\b|\bfaz (?:tempo|dias|meses) que voce nao\b|\bvenha (?:nos visitar|conhecer|provar|experimentar)/u,
  /\b(?:lancamos|inauguramos)\b|\babrimos (?:uma|nossa|mais uma)\b|\bbaixe (?:o )?nosso app\b|\bagende (?:ja|hoje|agora)\b|\bindique (?:um|uma|seus|suas) amig/u,
  /\b(?:ultima chance|ultimas (?:unidades|vagas|horas)|tempo limitado|(?:so|somente|apenas) hoje|enquanto durarem)\b/u,
  /\bprecos? (?:especia(?:l|is)|unicos?|baixos?)\b|\bcondic(?:ao|oes) especia(?:l|is)\b|\btambem pode gostar\b|\bupgrade\b/u,
  /\b(?:rifas?|concursos?|premios?|queima de estoque|pre-?venda|assinatura com)\b|\bassine (?:nosso|nossa|o plano|o clube|a newsletter)\b/u,
  /\b(?:beneficio|acesso|evento|presente|desconto|produto|convite)s? (?:exclusiv|vip)|\bcliente (?:especial|preferencial|fiel|vip)\b|\bseja (?:socio|premium|membro|vip)\b/u,
  /\blev[ae] \d|\bpague (?:so |apenas |somente )?\d+ |\bmes(?:es)? gratis\b|\bedicao limitada\b|\bplanos a partir\b|\bsegunda unidade\b/u,
  /\bcole(?:cao|coes)\b|\b(?:da|nova) estacao\b|\bveja (?:as|nossas|o que ha de) nov|\b(?:presentes?|ideias) para\b|\bque tal (?:levar|aproveitar|conhecer|experimentar)\b|\bvoce vai (?:amar|adorar)\b/u,
  /(?<!\b(?:ligue|ligacao|cancelamento|devolucao|troca|linha|numero) )\b(?:gratis|gratuit[oa]s?|de graca|sem custo)\b|\b(?:por nossa conta|por conta da casa)\b|\d ?% de (?:bonus|bonificacao)\b/u,
  /\bpor (?:so|apenas|somente) (?:r ?)?[$\d]|\brestam pouc[oa]s\b|\bsurpresas? para\b|\b(?:celebra(?:mos)?|comemora(?:mos)?|faz(?:emos)? aniversario)\b|\bquem ganha e voce\b/u,
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
  /\b(?:refer|invite) (?:a|your) friends?\b|\bearn (?:up to|points|rewards|cash|\d)\b|\bwin (?:a|an|up to|prizes)\b/u,
  /\b(?:on|off|for) your next (?:order|purchase)\b|[$€£] ?\d+ off\b|\bprice of (?:one|two|1|2)\b|\bsave (?:up to|big|[$€£]|\d)/u,
  /\bit(?:'s| has) been a while\b|\b(?:has|have|we've|just) (?:just )?(?:opened|launched)\b(?! your)|\bdownload our app\b|\bbook (?:now|today)\b|\bvisit today\b/u,
  /\b(?:buy|get) (?:one|two|1|2)[, ]+(?:get|pay)\b|\byou (?:may|might) also (?:like|love|enjoy)\b|\b(?:special|low|unbeatable) prices?\b/u,
  /\b(?:perks?|prizes?|contests?|sweepstakes|limited edition|sneak peek|vip)\b|\b(?:loyal|valued|favou?rite) customers?\b/u,
  /\bexclusive(?:ly)? (?:access|gift|event|benefit|preview|invitation|for you)|\bsubscribe (?:to|now|today)\b|\b(?:months?|weeks?) free\b|\bfree for\b/u,
  /\b(?:winter|summer|spring|autumn|fall|holiday|new) (?:line|collection|range|menu|styles?)\b|\bsee what(?:'s| is) new\b|\b(?:have|take) a look at our\b/u,
  /\b(?:now|prices?) reduced\b|\breduced (?:to|prices?)\b|\bgift ideas?\b|\bgifts? for\b|\bpre-?order\b|\bplans from\b|\byou('ll| will) love\b/u,
  /(?<!\b(?:feel|toll|sugar|gluten|hands|tax|duty|risk)[ -])\bfree\b(?! (?:of|to|from|up|cancellation|returns?|refund|exchange))|\bon us\b|\bon the house\b|\d ?% bonus\b/u,
  /\bfor (?:just|only) [$€£\d]|\bonly a few\b|\bsurprises? for\b|\bwe(?:'re| are) celebrating\b|\binterest[- ]free\b/u,
]

const PROMOTES: { readonly [language in Language]: readonly RegExp[] } = { es: ES, pt: PT, en: EN }
