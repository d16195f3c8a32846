import type { ProviderKind } from '../../consent/provider.ts'
import type { MessageLog } from '../ports.ts'
import { sinchLog, sinchSmsLog } from './message-log-sinch.ts'
import { twilioLog } from './message-log-twilio.ts'

/** The logs of the providers that do not repeat what was not heard, at their own addresses or at those given. */
export const messageLogsAt = (bases: {
  readonly [kind in ProviderKind]?: string
}): { readonly [kind in ProviderKind]?: MessageLog } => ({
  sinch: sinchLog(bases['sinch']),
  'sinch-sms': sinchSmsLog(bases['sinch-sms']),
  twilio: twilioLog('whatsapp:', bases['twilio']),
  'twilio-sms': twilioLog('', bases['twilio-sms']),
})
