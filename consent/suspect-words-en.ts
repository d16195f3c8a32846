import { inflect, type WordGroups } from './phrase.ts'

/** English words that ask for an end to messages, in groups that mean the same. */
export const ENGLISH: WordGroups = {
  NEVER: [
    'do not you dare | do not you dare ever | do not | never | don t | do not ever',
    'do not you ever | never ever | please not',
  ],
  ME: ['me | us | this number | my number | my phone | this phone | my whatsapp | my cell'],
  CONTACT: [
    'text | message | mensaje | mensajes | contact | whatsapp | bother | bug | spam | disturb',
    'harass | pester | ping | dm | hassle | nag | hound | bombard',
  ],
  CONTACTING: [
    'pitching | offering me | asking me | selling to | advertising | upselling | ringing | calling my',
    'harassing | hassling | hounding | nagging | badgering | chasing | bombarding | stalking',
    'selling me | advertising to | marketing to | pushing your | flooding me | flooding my | buzzing me | buzzing my | hitting me up | hitting my phone up',
    'blowing me up | blowing my phone up | clogging my | filling my | filling up my',
    'messaging | annoying | irritating | pestering | bugging | spamming',
    'contacting | writing | blowing up | hitting up',
    inflect('text bother disturb pester whatsapp msg ping email', 'ing'),
  ],
  CONTACTED: [inflect('contact text messag bother disturb email', 'ed')],
  CALL: [
    'ring | ringing | reach',
    'call | calls | calling | email | emailing | write | phone | reach out to | hit up | add',
  ],
  SEND: ['send | sending | share | forward | give'],
  AGAIN: [
    'again | anymore | any more | ever | ever again | any longer | no more | more | in future',
    'in the future | at all | any further | further',
  ],
  STOP: [
    'stop | quit | cease | halt | discontinue | enough with | enough of | no need to keep',
    'refrain from | desist from | desist | forbear from',
  ],
  STOP_IT: [
    'stop | stop it | stop this | stop that | stop already | stop all | stop everything',
    'make it stop | make this stop | quit it | cut it out | knock it off | cease and desist',
    'do not disturb | unsubscribe | opt out | go away | get lost | buzz off | f off | fuck off',
    'piss off | shut up | remove | leave me',
  ],
  MESSAGES: [
    'adverts | advert | sms | broadcast messages | text list | robocalls | messaging service | texting',
    'message | messages | mensaje | mensajes | texts | text messages | spam | ads | ad | promos',
    'promotions | promotional messages | promotional texts | promo messages | marketing',
    'marketing messages | offers | notifications | alerts | updates | newsletters | newsletter',
    'broadcasts | communications | communication | advertisements | advertising | solicitations',
    'sales pitches | campaigns | mailings | reminders | deals | whatsapps | whatsapp messages',
    'junk messages | junk texts',
  ],
  STUFF: [
    'emails | email | stuff | anything | things | these | those | nonsense | bs | garbage',
    'junk | crap | rubbish | bullshit | bollocks | shit | this stuff | this crap | info | information',
  ],
  DET: [
    'daily | weekly | constant | endless | stupid | damn | bloody | automated | endless stream of | any of these | any more of',
    'any more of your | any more of these | any of your | any of these | all of your',
    'all of these | all your | all these | all the | all this | so many | too many | any more',
    'any | more | your | these | those | this | the | all | further | such | unsolicited',
    'unwanted | of | of your | these stupid | your stupid | these annoying | your annoying',
    'the stupid | marketing | promotional | the constant | any other | any future | future',
    'whatsapp | automated',
  ],
  WANT: [
    'want | wanting | wish | like | care | need | want to | wish to | care to | like to',
    'need to | interested in | interested | looking | agree | agree to | consent | consent to',
    'authorize | give you permission to | give permission to | accept',
  ],
  RECEIVE: [
    'receive | receiving | get | getting | hear | hearing | see | seeing | be getting',
    'be receiving | keep getting | keep receiving | be sent',
  ],
  // What is sent to many at once, by what it is about: one of them may be an errand, many are a mailing.
  BROADCAST: [
    'listings | openings | vacancies | devotionals | reminders | appeals | campaigns | recipes | tips',
    'coupons | discounts | sales | invites | invitations | bets | quotes | surveys | polls | catalogs',
    'catalogues | flyers | prayers | horoscopes | jokes | memes | chain letters | forwards | blasts',
    'pitches | weekly menu | daily menu | job alerts | daily quotes | daily reminders | specials | videos',
    'broadcasts | bills | collections | newsletters',
  ],
  FROM_YOU: [
    'from you | from u | from your company | from this | from this number | from you guys',
  ],
  ON: ['on | in | part of | a part of'],
  LIST: [
    'list | lists | group | groups | database | databases | system | systems | mailing',
    'mailings | contacts | contact list | contact | records | broadcast | newsletter | thread',
    'chat | subscription | subscriptions | file | files | directory | broadcasts | distribution | db | crm',
    'program | service | rotation',
  ],
  YOUR: [
    'your | ur | this | the | that | these | all your | all | any | any of your | whatever',
    'mailing | marketing | any future',
  ],
  REMOVE: [
    'remove | removed | delete | deleted | erase | drop | exclude | strike | scrub | cut',
    'purge | unlist | unenroll | wipe | pull | scratch | cross | clear',
  ],
  TAKE: [
    'sign | count | opt | take | taken | get | pull | keep | leave | cross | let | taking',
    'kick',
  ],
  OFF: ['off | off of | out of | from | out | of'],
  MINE: [
    'my mobile | this mobile | my line | this line | my personal data',
    'me | my number | this number | my phone number | my phone | my contact | my contact info',
    'my contact information | my info | my information | my details | my data | my name',
    'number | us | my cell | my cell number | his number | her number | their number | our number',
    'his details | her details | our details | this contact | his name | her name | our name',
    'my no | my nr | my num | my whatsapp | myself | this phone | mine',
  ],
  MY_NUMBER: [
    'my mobile | my cellphone | my line | this line | this phone | this mobile | my mobile number | my personal number | my personal phone | my work phone',
    'my number | this number | my phone number | my contact | my contact info',
    'my contact details | my details | my data | my info | my information | my cell',
    'my whatsapp number | my phone | number',
  ],
  UNSUBSCRIBE: [
    'unsubscri* | unsuscri* | unsubcri* | unsub me | unsub from | unsuscribe | opt out',
    'opt me out | opted out | opting out | optout | opt us out | opt myself out | deregister me',
    'unregister me | unlist me | unenroll me',
  ],
  SUBSCRIPTION: [
    'subscription | subscriptions | my subscription | sms | alerts | membership to this list',
  ],
  END_IT: [
    'stop | cancel | disable | turn off | switch off | shut off | deactivate | mute | halt',
    'discontinue | pause | suspend | silence | get rid of | unsubscribe | cut out | quit',
    'cease | terminate',
  ],
  HOW: [
    'how do i | how can i | how to | how i | how does one | i want to | i would like to',
    'i d like to | id like to | i need to | can i | let me | i wanna | want to | i wish to',
    'way to',
  ],
  SIGNED_UP: [
    'sign up | signed up | signup | subscribe | subscribed | consent | consented | agree',
    'agreed | opt in | opted in | enroll | authorize | authorized',
  ],
  DID_NOT: ['never | did not | did nt | did not ever | do not remember'],
  TIRED: [
    'tired of | sick of | sick and tired of | fed up with | annoyed by | annoyed with',
    'bored of | bored with | fed up of | fed up | sick to death of | had it with',
    'had enough of | enough of | drowning in | overwhelmed by | overwhelmed with',
    'getting annoyed with | sick n tired of',
  ],
  THIS: ['this | it | that | them'],
  DISLIKE: ['hate | hating | not a fan of | done with | do not like | cannot stand'],
  NOT: ['not | longer | dont'],
  BOTHER: [
    'contact | message | mensaje | bother | spam | disturb | harass | bug | pester | whatsapp',
    'dm | hassle | nag | hound | bombard',
  ],
  TOLD: ['said | told you | told u | asked you | asked u | asked'],
  RATHER: ['mind | stop | appreciate | rather | prefer'],
  ASK: ['want | like | wish | ask | asked | asking | request | requested | requesting | need'],
  WITHDRAW: ['withdraw | revoke | rescind | retract | cancel | pull | revoking | withdrawing'],
  CONSENT: ['consent | permission | opt in | authorization | approval'],
  MY_CONTACT: [
    'my number | my phone | my phone number | my contact | my info | my details',
    'my information | this number',
  ],
  // What is told to whoever should be quieter.
  KEEP: [
    'keep | keep on | continue | continue to | try to | try and | trying to | go on | carry on',
  ],
  EASE_UP: [
    'lay off | back off | ease up | ease off | chill | chill out | cool it | knock off | knock it off',
    'cut it out | pack it in | give over | tone down | cut down on | shut up | bugger off | fuck off',
    'piss off | sod off | get lost | go away | jog on | take a hike | hold off | layoff',
  ],
  THREAT: [
    'small claims | fcc complaint | attorney | legal | regulator',
    'block you | block this | block your | blocking you | blocking this | block u | report you',
    'report u | reporting you | report this | sue | suing | lawyer | solicitor | police | court',
    'legal action | file a complaint | ico | ofcom | fcc | ftc',
  ],
  THANKFUL: ['appreciate | appreciated | grateful | thankful | obliged'],
  // What one leaves that is no message.
  THING_LEFT: [
    'gym | trip | insurance | plan | class | course | warranty | policy | pension | breakfast',
    'cover | lesson | camp | surgery | vaccine',
  ],
}
