import { offer, type Case } from './refusal-cases.ts'

/** At least one case for each line of facts section 16, and the words and settings that break it. */
export const PRESSURE_CASES: Readonly<Record<number, readonly Case[]>> = {
  21: [
    ['checked', ['forms.0.checked', true]],
    ['preTicked', ['categories.1.preTicked', true]],
    ['pre_ticked', ['categories.1.pre_ticked', 'yes']],
    ['selected', ['forms.0.selected', ['offers']]],
    ['default', ['categories.0.default', true]],
    ['deeper down', ['forms.0.theme.boxes.preChecked', 1]],
  ],
  22: [
    ['nested ids', ['forms.0.categories', ['orders', ['offers']]], '$.forms[0].categories[1]'],
    ['a bundle', ['forms.0.bundle', true]],
    ['bundles', ['bundles', [{ id: 'all' }]]],
    ['accept all', ['forms.0.acceptAll', true]],
    ['terms in Spanish', ['categories.1.title.es', 'Ofertas, términos y condiciones']],
    ['terms in Portuguese', ['categories.1.title.pt', 'Ofertas e termos de uso']],
    ['terms in English', ['categories.1.title.en', 'Offers and terms of service']],
    ['T&C', ['categories.1.title.en', 'Offers, T&Cs']],
    ['another category’s title beside its own', ['categories.1.title.es', 'Pedidos y ofertas']],
    ['another’s title in another language', ['categories.1.title.pt', 'Ofertas, orders']],
    ['another’s id', ['categories.0.title.en', 'Tracking & OFFERS']],
  ],
  23: [
    ['required', ['categories.1.required', true]],
    ['condition', ['forms.0.condition', 'purchase']],
    ['mandatory', ['forms.0.mandatory', true]],
  ],
  24: [
    ['declineText', ['forms.0.declineText', 'Nah']],
    ['noButton', ['forms.0.noButton', { size: 'small' }]],
    ['a size in the theme', ['forms.0.theme.noSize', 10]],
    ['no among texts', ['forms.0.texts.no', 'Quizás después']],
    ['hiding it', ['forms.0.hideDecline', true]],
    ['a louder yes', ['forms.0.theme.yesColor', '#00ff00']],
  ],
  25: [
    ['in English', ['forms.0.intro', 'No thanks, I’d rather pay full price']],
    ['in Spanish', offer('No, prefiero pagar más')],
    ['in Portuguese', ['categories.1.example.pt', 'Não quero economizar']],
  ],
  26: [
    ['closing', ['forms.0.acceptOnClose', true]],
    ['scrolling', ['forms.0.consentOnScroll', true]],
    ['implied', ['impliedConsent', true]],
  ],
  27: [
    ['five months', ['forms.0.askAgainAfterDays', 182]],
    ['at once', ['askAgainAfterDays', 0]],
    ['not a number', ['forms.0.askAgainAfterDays', 'never']],
    ['in other units', ['forms.0.askAgainAfterHours', 10_000]],
  ],
  28: [
    ['the name', ['forms.0.hideBusinessName', true]],
    ['the sender', ['forms.0.theme.hideSender', true]],
  ],
  29: [
    ['login', ['optOutRequiresLogin', true]],
    ['a delay', ['senders.0.optOutDelayDays', 10]],
    ['hidden', ['forms.0.hideOptOut', true]],
  ],
  30: [
    ['a message of one’s own', ['senders.0.optOutConfirmation', 'Vuelve y gana']],
    ['an offer', ['optOutOffer', { percent: 20 }]],
  ],
  31: [
    ['winBack', ['winBack', { after: 30 }]],
    ['suppressed', ['categories.1.includeSuppressed', true]],
  ],
  32: [
    ['to another category', ['categories.1.inheritFrom', 'orders']],
    ['alsoGrants', ['categories.0.alsoGrants', ['offers']]],
    ['to another sender', ['senders.0.copyConsentsFrom', 'old']],
  ],
  33: [
    ['backdating', ['imports.backdate', true]],
    ['a time of one’s own', ['forms.0.grantedAt', '2020-01-01T00:00:00Z']],
  ],
  34: [
    ['imports', ['imports.overrideOptOut', true]],
    ['at a door', ['senders.0.ignoreOptOuts', true]],
  ],
  35: [
    ['on GET', ['forms.0.confirmOnGet', true]],
    ['autoConfirm', ['autoConfirm', true]],
  ],
  36: [
    ['countdown', ['forms.0.countdown', 60]],
    ['timer', ['forms.0.theme.timer', true]],
    ['expiresInSeconds', ['forms.0.expiresInSeconds', 600]],
  ],
  37: [
    ['another colour', ['forms.0.theme.logoColor', '#ff0000']],
    ['a partnership', ['forms.0.intro', 'We are an official WhatsApp partner']],
    ['in Spanish', offer('Somos socios oficiales de WhatsApp')],
    ['endorsement', offer('Tienda certificada por Meta')],
  ],
}
