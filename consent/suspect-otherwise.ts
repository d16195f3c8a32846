/** What has an opt-out's words in Spanish and Portuguese and means something else, often the contrary. */
export const OTHERWISE_IN_SPANISH_AND_PORTUGUESE = [
  'NO ME? DONT_BOTHER|DONT_CALL|DONT_TALK hasta|ate|manana|amanha|hoy|hoje|todavia|ainda|tan',
  'NO ME? DONT_BOTHER|DONT_CALL|DONT_TALK al|por_correo|por_mail|a_la|a_los|en_casa|asi|aos|ao',
  'NO insist* en|em|com|con ese|esse|esa|essa|el|la|o|a|este|esta',
  'NO dejen|deje|dejes|deja|deixem|deixe|deixa|parem|pare|paren de|con|com',
  'NO WANT dejar|parar|deixar de',
  'NO ME REMOVE',
  'NO me den|des|de de baja',
  'NO WANT que? me? LEAVE|BE_STRUCK_OFF|REMOVE|REMOVE_ME|UNSUBSCRIBE',
  'FED_UP de TO_SEND|escribir|escribirles|escrever',
  'baja del|de|el|la|mi|un|una|mis|los|las|este|o|os del|el|la|mi? THING_STRUCK_OFF',
  'aun|todavia|ainda NO me SIGNED_UP',
  'lista|fila|listas de|da espera|deseos|compras|precios|regalos|invitados|desejos|precos',
  'perdon*|disculp*|desculp* .. tantos|tanta|tanto mensajes|mensagem|mensagens',
] as const

/** What has an opt-out's words in English and means something else, often the contrary. */
export const OTHERWISE_IN_ENGLISH = [
  'not|never|can_not|could_not|wont stop|quit|remove|take|delete|unsubscribe',
  'not want|wish to be|get removed|unsubscribed|deleted|taken_off',
  'stop by|in|at|over|here|there|motion|light|sign|payment|off',
  'you|u|they never|do_not SEND|CONTACT|RECEIVE',
  'did i|you|it|they|we stop',
  'do|does you|it|they|we stop',
  'waiting|wait|wish|guest|shopping|price list',
  'sorry .. MESSAGES',
  'stop ^ wait|espera|espere|aguarda',
  'stop ^ do_not|no charge|cobres|cobren|cobrem|ship|process',
  'pause my? subscription for|until',
  'UNSUBSCRIBE my? old|other email|mail|address|account',
  'TAKE me|us off YOUR waiting|waitlist|wait list? for .. .. and put|move',
  'want|need out of my contract|lease|plan|deal',
  'report|reporting|sue|block you|u to|unless|if .. .. if|unless|until .. .. .. money|refund|order|parcel',
  '^ is|was this|it a? spam|scam',
  'UNSUBSCRIBE of|from DET|my? school? THING_LEFT',
] as const
