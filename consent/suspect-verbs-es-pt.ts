import { inflect, type WordGroups } from './phrase.ts'

const BOTHER_ES =
  'atorment molest contact spame mensaje texte fastidi hostig acos bombarde jod freg jorob inport'
const BOTHER_PT =
  'atorment perturb incomod contat contact molest chate importun abord amol spamm aporrinh azucrin mac'

/** What is done and asked, in Spanish and Portuguese, in groups that mean the same. */
export const SPANISH_AND_PORTUGUESE_VERBS: WordGroups = {
  // An order with a no before it. A report is none: "ya no me escriben" is a complaint.
  DONT_BOTHER: [
    'frieguen | friegues | hueveen | huevees | huevien | webeen | jeringuen | jorobes | latees | lateen',
    'chateie | chateiem | chateies | aborreca | aborrecam | aborrezcan | agobien | saturen',
    'escreverem | escribieras | escriba | escriban | escribas | escribais | escrivan',
    'escriviran | insista | insistan | insistas | jodan | jodas | chinguen | chingues | hinchen',
    'hinches | escribieran | contactaran | molestaran | hable | llenen | escreva | escrevam',
    'escrevas | encha | encham | insistam | perturbem',
    inflect(BOTHER_ES, 'e en es eis'),
    inflect(BOTHER_PT, 'e em es'),
  ],
  DONT_SEND: [
    'mandarem | enviarem | enviaran | enviara | mandaran | mandara | enviasen | mandem | enviem',
    'enviassem | mandassem | compartan | comparta | remitam | encaminhe | encaminhem',
    inflect('mand envi remit reenvi dispar', 'e en es eis'),
  ],
  // Brazil's spoken order is the same word as a report, so it needs more around it.
  DONT_BOTHER_SPOKEN: [
    'escreve | perturba | incomoda | enche | encham | chateia | contata | aborrece',
  ],
  DONT_CALL: [
    'marque | marquen | marques | telefoneiem | telefonen | timbren',
    'chame | chamem | chama | ligue | liguem | liga | llamen | llame | llames',
    'procura | adicione | adicionem | adiciona',
  ],
  DONT_TALK: [inflect('habl busqu procur', 'e en em es eis')],
  SENDS_SPOKEN: ['manda | envia | mandas | encaminha | dispara'],
  AGAIN: [
    'este | estes | ande | fiques | andem',
    'vuelvan a | vuelva a | vuelvas a | volver a | vuelvan | vuelva | sigan | siga | sigas',
    'seguir | anden | andes | esten | estar | continuen | continue | continuem | voltem a',
    'volte a | voltar a | tornem a | fiquem | fique | ficar | entren en contacto',
    'entre mais em contato | entrem mais em contato | entrem em contato | entre em contato',
    'entrar em contato',
  ],

  // What is to cease.
  TO_BOTHER: [
    'avisar | avisarme | avisando | recordarme | lembrar | cobrar por aqui',
    'escribirle | escribirles | escribirme mas | timbrar',
    'hablarme | buscarme | escribir | escribirme | escribirnos | escribiendo | escribiendome',
    'escribiendonos | escrever | escreverem | escrevendo | insistir | insistiendo | insistindo | joder',
    'jodiendo | chingar | llenar | llenarme | hinchar | encher | enchendo | hacer spam',
    'hacerme spam | fazer spam | chamar | chamando | chingando | chingarme | huevear | hueveando | webear | fregando',
    'hostigandome | saturar | saturarme | agobiar | agobiarme | bombardearme | aborrecer | fastidiarme',
    inflect(BOTHER_ES, 'ar arme arnos arle arles arla ando andome andonos'),
    inflect(BOTHER_PT, 'ar ando arem ares'),
  ],
  TO_SEND: [inflect('mand envi remit reenvi dispar encaminh', 'ar ando arem ares')],
  TO_SEND_ME: [inflect('mand envi remit reenvi', 'arme arnos arle arles andome andonos andole')],
  TO_SEND_ME_IT: [
    inflect('mand envi remit', 'armelos armelas armelo armela arnoslos arlos arlas arlo arla'),
  ],
  // Verbs of ending, with what is ended hanging on them or standing after.
  TO_END: [
    'desaparecer | que desaparezcan | que desaparecam | que sumam',
    'apagar | desligar | detener | frenar | acabar | terminar | cortar | parar | hacer que paren',
    'que se detengan | que paren | que parem | que acabe | que acaben | que se acaben | fazer isso acabar',
    'que pare | que se acabe | que terminen | que desliguem | hacer que pare',
  ],
  TO_END_IT: [
    'encerrar | anular | anulo | desabilitar | encerro',
    'desactivar | desactivo | desativar | desativo | apagar | apago | desligar | desligo | silenciar',
    'silencio | paro | parar | detener | detengo | quitar | quito | tirar | tiro | cancelar | cancelo',
    'desactivarlos | desactivarlas | pararlos | pararlas | apagarlos | desafilio | desinstalo',
  ],
  REMOVE_IT: [
    inflect(
      'elimin borr quit sac saqu retir suspend deten descart apag apagu tach',
      'enlo enla enlos enlas elo ela elos elas alo ala arlo arla arlos arlas',
    ),
    'suspendanlo | suspendanla | suspendanlos | suspendanlas | suspendelos | detenganlos | detenganlas',
    'suspenderlos | suspenderlas | detenerlos | detenerlas',
  ],
  CONTINUE: [
    'estarme | andarme | seguirme | estarnos | estarem | ficarem | continuar a | estar a | estar | andar | seguir | ficar',
  ],
  CEASE: [
    'dejarme | dejarnos | deixarem me',
    'dejen ya | deja ya | deje ya | paren ya | para ya | parem ja | deja | deje | dejen | dejad',
    'dejes | dejn | dejenme | dejame | dejeme | dejadme | dejenos | dejar | dejaran | dejarian',
    'dejan | dejas | deixa | deixe | deixem | deixar | deixam | paren | pare | pares | parad',
    'para | parem | parar | paran | param | parassem | pararem | deixarem | parasse | aflojen',
    'afloja | bajenle | bajale | deixassem | pararian | parasen | basta | basta ya | chega',
    'cese | cesen | cessem | eviten | evite | evitem | evita | parenle | parale | terminen',
    'abstenerse | abstenganse | abstengase | abstengan | abstente | abstenham | abstenham se',
    'abstenha se | abster se | cortenle | cortale | parele | aflojenle | parenla | parala | acabem | acabe | terminen con | ahorrense',
    'acaben | corten | corta | cortala | cortenla | larga | larguem',
  ],
  ORDER_TO_CEASE: [
    'deja | deje | dejen | dejad | dejes | dejn | dejenme | dejame | dejeme | dejadme | dejenos',
    'deixem | deixe | paren | parad | parem | pare | basta | chega | cesen | cessem | eviten',
    'evita | evite | parenle | bajenle | aflojen',
  ],
  END_IT: [
    'descontinuar | descontinuem | descontinue | descontinuen',
    'desativa | desactivame | cancelame',
    'encerrem | desabilita | desabilitem | desliguem | cancelem | suspender',
    'paren | pare | parad | parar | parem | paro | detener | detengan | detenga | deten',
    'detengo | suspender | suspendan | suspenda | suspendam | cese | cesen | cesar | cessar',
    'desactivenme | desactiveme | desactivame | cancelenme | canceleme | cancelame | suspendanme',
    'suspendame | silencienme | apaguenme | anulenme | deshabilitenme | desativem me | desative me',
    'cesad | desligar | desliga | desligue | desliguem | cessem | frenar | frenen | cortar | corten | quitar | quiten | quito | desactivar',
    'desactiven | desactivo | desactiva | desativar | desativem | desative | desativo',
    'deshabilitar | deshabiliten | cancelar | cancelen | cancele | cancela | cancelo | cancelem',
    'anular | anulen | anula | interrumpir | interrumpan | interromper | interrompam',
    'interrompa | apagar | silenciar | encerrem | eliminar | eliminen | bloquear | stop',
    'eviten | evitar',
  ],
  RECEIVE: [
    'tenerlas | tenerlos',
    'recibirla | recibirlas | recibirlo | recebelas | recebelos | recibirles',
    'recibir | recibirlos | recivir | recibiendo | recebendo | receber | seguir recibiendo',
    'continuar a receber | continuar a recibir | continuar recibiendo | seguir a receber | recebermos',
    'continuar recebendo | seguir recebendo | volver a recibir | recibamos',
  ],
  ARRIVE: ['llegue | lleguen | chegue | cheguem | llegando | llegar'],
  CONTACTED: [
    inflect('contactad contatad molestad incomodad perturbad chamad importunad', 'o a os as'),
  ],
  BELONG: [
    'estar | pertenecer | pertencer | fazer parte | hacer parte | formar parte | ser parte',
    'participar | continuar | seguir | permanecer | ficar | figurar | aparecer | constar',
  ],

  // How to be struck from a list.
  REMOVE: [
    'suprim | supriman | borreis | quiteis | saqueis | excluam | desmarca | desmarquem | desabilita | desabilitem',
    'saque | saquen | remueva | remuevan | remueve | remover | removam | remova | remove',
    'excluir | excluyan | excluya | exclua | excluam | exclui | suprimir | suprimam',
    'desvincular | desvinculen | apaguem | apague | removessem | tirassem | excluissem',
    'retirarem | tirarem | removerem | excluirem | apagarem | eliminarem | tirasen | quitasen',
    'retirassem | apagassem | eliminaran | borraran | sacaran | quitaran | tira | tirar | tire',
    'tirem | tiram | tiro | limpa | limpem | eliminem | borres | saques | quites | elimines',
    inflect(
      'elimin borr quit sac retir tach depur apag remov delet risc',
      'a as e es o an en am em ar',
    ),
  ],
  REMOVED: [
    'apagados | apagadas',
    'apagado | apagada | suprimido | suprimida',
    inflect('removid excluid retirad eliminad borrad tirad sacad descadastrad quitad', 'o a os as'),
  ],
  REMOVE_ME: [
    'tachenme | tacheme | tachame | desactivenme | borradme | quitadme | sacadme | eliminadme | sacame',
    'saqueme | saquenme | saquenos | removerme | removanme | excluyanme | excluyame | excluirme',
    'bajenme | bajeme | desvinculenme | salirme | bloqueenme | bloqueame | bloqueeme',
    'deletenme | tirenme',
    inflect(
      'elimin borr quit sac saqu remuev retir depur tach',
      'ame eme enme enos adme arme arnos arlo',
    ),
  ],
  LEAVE: ['salir | salirme | sair | salgo | saio | saia | salga | salgan | sairmos | zafar'],
  BE_STRUCK_OFF: [
    'darme | darnos | darse | denme | dame | deme | denos | dennos | dadme | darmos | me doy',
    'me den | me dan | me da | me des | me dar | me dieran | me daria | me darian | me dieras',
    'me di | me dado | nos den | nos dan | me puedes dar | me pueden dar | me podrian dar',
    'me podrias dar | me puede dar | me podria dar',
  ],
  STRIKE_OFF: ['dense | denlo | dar | den | dan | da | denle | dele'],
  ADD_ME: [
    'agreguen | agregues | metan | metas | incluyan | pongan | anoten | coloquem | coloque',
    'add | adicione | adicionem | bota | botem',
  ],
  ASKED: [
    'dijimos | hablei | avise | avisei | repeti | falamos | dissemos',
    'pedimos | solicite | exijo',
    'mandei | pedi | pedir | falei | dije | disse | pido | peco',
  ],
  FORGET: ['olvidad', 'olvidense | olvidate | olviden | olvida | esquece | esquecam | pierdan'],
  GO_ON: [
    'siguen | sigues | sigan | continuarem | continuar | insisten | insistirem | vuelven a',
    'vuelven | vuelve a | vuelves a | voltarem a | voltarem | voltar a | voltam a | voltam | tornarem a',
    'continuan | continua | continuam | continuarem a | insistem | persisten',
  ],

  // Threats, and what was never given.
  BLOCK: [
    'bloquear* | bloqueo | bloqueio | bloqueare | reportar* | reporto | denunciar* | denuncio',
    'bloqueamos | bloqueando | denunciando | reportando',
  ],
  WILL: [
    'voy a | vamos a | vou | vo | vamos | tendre que | tengo que | terei que | tenho que',
    'ter que | tener que',
  ],
  GAVE: [
    'doy | dou | damos',
    'di | dei | dimos | demos | he dado | autorice | autorizei | acepte | aceitei | otorgue',
    'consenti | passei | pase | forneci | solicite | solicitei',
  ],
  GOT: [
    'tiraram | tirou | tiraste | sacaron | sacaste | obtuvieron | obtuvo | consiguieron',
    'consiguio | conseguiste | conseguiram | conseguiu | pegaram | pegou | acharam | achou',
    'tienen | tiene | dio | dieron | deu | deram | arrumaram | passou | te paso | les paso',
    'le paso | arranjaram | arranjou | obtiveram | descolaram | vendio | vendieron | vendeu | venderam',
  ],
  SIGNED_UP: [
    'subscrevi | subscribi',
    'suscribi | inscribi | inscrevi | cadastrei | anote | apunte',
  ],
  AUTHORISE: ['autorizo | autorizamos | autorizei | autorizado'],
  WITHDRAW: [
    'revoco | revocar | retiro | retirar | revogo | revogar | anulo | anular | cancelo',
    'cancelar',
  ],
  SENDING: ['mandan | envian | mandas | llegan | mandam | enviam | mandando | recibo | recebo'],
}
