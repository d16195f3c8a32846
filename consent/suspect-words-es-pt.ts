import { SPANISH_AND_PORTUGUESE_VERBS } from './suspect-verbs-es-pt.ts'
import { inflect, type WordGroups } from './phrase.ts'

/** Spanish and Portuguese words that ask for an end to messages, in groups that mean the same. */
export const SPANISH_AND_PORTUGUESE: WordGroups = {
  ...SPANISH_AND_PORTUGUESE_VERBS,
  NO: ['num', 'no | nao | nunca | jamas | jamais | nem'],
  ME: ['me | nos | pra mim | para mi | a mi | lhe'],
  MORE: [
    'na',
    'nunca mas | nunca mais | nada mas | mas nada | nada mais | mais nada | mas | mais | nada',
    'jamas',
  ],
  MESSAGES: [
    'envios',
    'marketing | cobranca | cobrancas',
    'mensaje | mensajes | mensajitos | mensagem | mensagens | mensagenzinhas | spam',
    'publicidad | publicidades | propaganda | propagandas | promociones | promocoes | promos',
    'ofertas | anuncios | notificaciones | notificacoes | avisos | alertas | novedades',
    'novidades | comunicaciones | comunicacoes | comunicados | correos | newsletter | newsletters | boletin',
    'boletines | boletim | cadenas | correntes | campanas | campanhas | recordatorios',
    'lembretes | textos | whatsapps | catalogos | encuestas',
  ],
  STUFF: [
    'wea | publicaciones | sus cosas | cosas suyas',
    'cosas | coisa | coisas | info | informacion | informaciones | informacao | informacoes',
    'informativos | catalogo | cardapio | promocion | promocao | basura | lixo | porqueria',
    'porquerias | porcaria | tonterias | pendejadas | mamadas | chingaderas | mierda | mierdas',
    'merda | bobagem | besteira | whatsapp | promo | links | videos | audios | imagenes',
    'vaina | vainas | chorradas | pavadas | boludeces | huevadas | weas | leseras | tonteras | jaladas',
    'mugre | mugres | tranqueira | tralha | treta | besteiras | bobagens | cosa | spam | propaganda',
    'figurinha | oferta | notificacion | notificacao | publi | stickers',
  ],
  DET: [
    'mis | meus | minhas | mas de sus | mas de estos | mas de esos | mais de seus',
    'vuestro | vuestra | vuestros | vuestras | vosso | vossa | vossos | vossas | estes | das suas',
    'este tipo de | ese tipo de | esse tipo de | este tipo | esse tipo | ningun tipo de',
    'nenhum tipo de | nada de | mas | mais | tantos | tantas | tanto | tanta | estos | estas',
    'esos | esas | este | ese | esta | esa | essas | esses | essa | esse | sus | tus | su | tu',
    'suas | seus | sua | seu | ningun | ninguna | nenhum | nenhuma | otro | otra | outra | los',
    'las | os | as | de | muchos | muchas | muitas | demasiados',
  ],
  HERE: [
    'a este numero | a mi numero | a este celular | a este telefono | a mi celular',
    'a mi telefono | al celular | al numero | a este whatsapp | a mi whatsapp | en este numero',
    'para este numero | para esse numero | nesse numero | neste numero | pro meu numero',
    'para meu numero | meu numero | no meu whatsapp | nesse whatsapp | por aqui | por aca',
    'por whatsapp | por este medio | por esta via | en whatsapp | no whatsapp | nesse contato',
    'neste contato | para ca | para este telefone | para este celular | para este contacto | este numero | esse numero | este contacto | este contato | a este contacto',
  ],
  FAMILY: [
    'marido | esposo | esposa | mujer | mulher | hijo | hija | filho | filha | mama | mae | papa',
    'pai | padre | madre | abuela | abuelo | avo | hermana | hermano | irma | irmao | novia | novio',
  ],
  ONE: [
    'aviso | anuncio | notificacion | notificacao | recordatorio | lembrete | promocion | promocao',
    'oferta | alerta | promo | novedad | novidade | campana | campanha',
  ],
  CHATTER: [
    'cotorreo | palhacada | circo | relajo | cuento | jueguito | perseguicao | persecucion',
  ],
  // What is sent to many at once, by what it is about.
  BROADCAST: [
    'tips | consejos | opciones | opcoes | cotacao | cotacoes | informes | cupom | cupones | vacante',
    'fotos | foto | videos | video | cupons | cupones | bonus | bonos | bono | descuentos | descontos',
    'rebajas | cardapio | cardapios | menu | encuesta | pesquisas | pesquisa | santinho | santinhos',
    'sorteos | sorteios | link | links | cotizaciones | vacantes | vagas | oraciones | oracoes | memes',
    'listas de precios | invitaciones | convites | figurinhas | cobros | enlaces',
  ],
  WAY: [
    'boton | botao | forma | manera | jeito | modo | maneira | opcion | opcao | como hacer | como fazer',
    'alguna forma | tem como | hay como',
  ],
  HOW_TO: ['como puedo | como posso | como hago para | como faco para | como se | como'],
  TAIL: [
    'ya | ja | les | lhes | eu | yo | que ya | que ja | que yo | que eu | aqui | aca | para mim | para mi | nao | que nao | que no | porque | no meu celular | no meu zap',
    'no meu telefone | no meu telemovel | en mi celular | en mi telefono | en mi whatsapp | al cel',
  ],
  YOU: [
    'ustedes | usted | voces | voce | vosotros | vos | ti | contigo | esta empresa | su empresa',
    'su parte | sua parte | vossa parte | vuestra parte | da vossa parte | de su parte | parte de',
  ],
  NOT_NEED: ['precisa | precisam | precisas | necesitan | hace falta | hace falta que'],
  FLOW: [
    'el envio de | los envios de | envio de | o envio de | los envios | o recebimento de',
    'recebimento de | o recebimento das | la recepcion de | recibir | receber | de recibir',
    'de receber | de mandar | de enviar | de mandarme | de enviarme | de me mandar',
    'de me enviar | con | com | o disparo de',
  ],
  WANT: [
    'admito | tolero | permito',
    'quiero | quisiera | quero | queria | quieras | desearia | deseo | deseamos | desejo',
    'desejamos | queremos | necesito | preciso | acepto | aceito | autorizo | autorice',
    'autorizei | pedi | pedimos | solicite | solicitei | me gusta | me gustaria | gostaria',
    'gosto | me interesa | me interesan | me interessa | interesado | interesada | interessado',
    'interessada | estoy interesado | estou interessado | tenho interesse | tengo interes',
    'tenemos interes | temos interesse | interes | interesse | queria mais | quise | vou querer',
    'pretendo | pretendemos | tenciono | ocupo | ocupamos | apetece | me apetece | nos interesa',
    'tengo intencion | tenho intencao | faco questao | to a fim | estou a fim | to afim | tou a fim',
    'estou afim | ando a fim | tenho vontade | tengo ganas | curto | necesitamos | precisamos',
    'me interessam | procuro | busco',
    'quer | quiere | quieren | querem | autorizamos',
  ],
  INTEREST: [
    'me interesa | me interesan | me interessa | tengo interes | tenho interesse',
    'tenemos interes | temos interesse | estoy interesado | estoy interesada',
    'estamos interesados | estou interessado | estou interessada',
  ],
  FROM: [
    'de | del | d | dela | da | do | das | dos | desta | deste | dessa | desse | dessas',
    'desses | daquela | na | no',
  ],
  THE: [
    'vosso | vossos | vossas | vuestro | vuestros | vuestras | os vossos | as vossas | os seus',
    'la | las | el | los | o | os | a | as | su | sus | tu | tus | sua | suas | seu | seus',
    'esta | este | estas | estos | esa | ese | essa | esse | la misma | toda | todas | vuestra',
    'su lista de | la lista de | alguna',
  ],
  LIST: [
    'fichero | ficheiro | excel | planilla | planilha | cuestion',
    'lista | listas | grupo | grupos | base | bases | difusion | transmissao | sistema',
    'sistemas | agenda | contactos | contatos | registro | registros | cadastro | cadastros',
    'directorio | mailing | comunidad | comunidade | canal | padron | bd | cadena | aqui | aca',
    'ahi | whatsapp | telefono | celular | servicio | programa | daqui | dai | envios',
    'newsletter | boletin | suscripcion | inscripcion',
  ],
  GROUP: [
    'lista | listas | grupo | grupos | base | difusion | transmissao | newsletter | mailing',
    'contactos | contatos | cadena | comunidad | comunidade',
  ],
  MY: [
    'a minha | la mia | mi | meu | minha | mis | meus | este | esse | este mi | nuestro | o meu | os meus',
  ],
  NUMBER: [
    'numero | numeros | telefono | telefone | fone | celular | cel | contacto | contato',
    'whatsapp | nro | num | linea | movil | zap | nome | nombre | datos | dados',
  ],
  LET_ME_OUT: [
    'quiero | quisiera | deseo | quero | queria | preciso | gostaria de | me quiero',
    'como hago para | como faco para | como faco pra | como puedo | como me | solicito | pido',
  ],
  REQUEST: [
    'quiero | quisiera | deseo | solicito | pido | quero | necesito | tramitar | gestionar',
    'exijo',
  ],
  UNSUBSCRIBE: [
    'desuscri* | desubscri* | desinscri* | desinscre* | descadastr* | desincri* | desapunt*',
    'unsuscri*',
  ],
  SUBSCRIPTION: [
    'suscripcion | suscripciones | subscripcion | susripcion | suscrpcion | inscripcion',
    'inscricao | afiliacion | cadastro | recebimento | recepcion',
    'subscricao | subscricoes | rececao | recepcao',
  ],
  CONSENT: [
    'consentimiento | consentimento | autorizacion | autorizacao | permiso | permissao',
    'aceptacion',
  ],
  FED_UP: [
    'ya chole | chole',
    'hasta la madre | hasta la coronilla | hasta las narices | hasta el gorro | de saco cheio',
    'saco cheio | cansei | me tienen | me canse | cansan | cansones | canson | cansadores',
    'cansativo | cansativas | chatice | que saco | que chato | fastidio | que pesados',
    'me harte | me aburri | me sature | me cabree | nos cansamos | nos hartamos',
    'hasta el mono | hasta las pelotas | hasta los huevos | hasta los cojones | hasta la chingada',
    'hasta aqui | pesadilla | hartazgo | que intensos | tan intensos | intensidad | que molestos | que chatos | que cargosos | que cargantes',
    'que insistentes | insuportaveis | insoportables | que pesadez | que lata | que flojera | que fastidio',
    'agobiado | agobiada | agobiados | harten | hartan | hartaron | cansaron | aburrieron | colmaron | cargosos | cargantes',
    'estuvo bueno | bueno de | no aguanto | nao aguento | no soporto | nao suporto',
    'nao aguentamos',
    inflect('hart cansad podrid aburrid fastidiad saturad chei fart cabread irritad', 'o a os as'),
  ],
  THIS: ['eso | esto | isto | isso | disso | disto'],
  CAN_YOU: [
    'podeis | puedes | podes | poderias',
    'pode | podem | pueden | puede | podrian | podria | podrias | poderia | poderiam',
  ],
  THING: ['bosta | trem | trens', 'coisa | negocio | treco | troco | trem | merda | porcaria'],
  ENDING: ['cancelamento | cancelacion | suspensao | suspension | cese | fim'],
  IT_IS: [
    'es | son | e | puro | hacer | hagan | haciendo | haciendome | fazer | fazendo | mandando',
    'enviando | tanto | mas | mais | chega de',
  ],
  MAKING: ['hacer | hagan | haciendo | hacerme | fazer | fazendo | basta de | chega de | contra'],
  CONTACT: ['numero | telefono | telefone | contacto | contato | whatsapp | zap | datos | dados'],
  THESE: ['estos | estas | esses | essas | tantos'],
  ANNOYING: [
    'molesta | molestan | incomoda | incomodam | incomodan | cansa | cansan | fastidia',
    'fastidian | molestos | molestas | chatas | chatos',
  ],
  THREAT: [
    'delegacia | processo neles | aciono | banco central',
    'denuncio | denunciare | denunciar | denunciarlos | denunciaros | demando | demandar | demandarlos',
    'bloqueo | bloqueio | bloqueare | bloquear | bloquearlos | los reporto | les reporto | te reporto',
    'reportarlos | reportar | queixa | procon | profeco | sernac | indecopi | anatel | anacom | sic',
    'policia | abogado | advogado | processo | processar | reclamacao | aepd | condusef | denuncia',
  ],
  GIVE: [
    'den | des | deis | de | dar | dando | rompan | rompas | rompa | romper | rompiendo | toquen',
    'toqueis | tocar | inflen | infles | inflar | torrem | torra | torrar | torre | enche | encham',
    'encher | hinchen | hinches | hinchar | hinchando | rompais',
  ],
  NUISANCE: [
    'la lata | la brasa | la tabarra | la turra | la matraca | la paliza | el conazo | las bolas',
    'las pelotas | los huevos | los cojones | la paciencia | la cabeza | o saco | meu saco',
    'a paciencia | minha paciencia | las narices | bolas | pelotas | las guindas | la madre',
  ],
  FILL: [
    'llenan | saturan | inundan | bombardean | atiborran | entopem | lotam | enchem | entupiram',
    'llenaron | llenando | lotando | entupindo | abarrotan | saturando | bombardeando',
  ],
  DISLIKE: [
    'odio | odeio | detesto | me molesta | me molestan | que inferno | nao curto | no me gustan',
    'no me gusta | nao gosto de',
  ],
  TOO_MANY: [
    'demasiados | demasiadas | demasiado | demasiada | suficiente | suficientes | bastantes',
    'tantos | tantas | tanta | tanto',
  ],
  MASS_MESSAGES: [
    'mensajes | mensagem | mensagens | publicidad | propaganda | notificaciones | notificacoes',
    'spam | avisos | anuncios | textos',
  ],
  THING_STRUCK_OFF: [
    'servicio | servicios | seguro | linea | tarjeta | tarjetas | plan | producto | cuenta',
    'cuentas | poliza | internet | contrato | gimnasio | gym | propiedad | vehiculo | auto',
    'credito',
  ],
}
