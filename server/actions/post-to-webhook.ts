import type { Webhook } from '../../consent/webhook.ts'
import type { Deps, Posted, StoredCompany } from '../ports.ts'

/** Posts to a company's webhook, signed with its secret, and while that is changed with the one before as well. */
export const postToWebhook = async (
  deps: Deps,
  stored: StoredCompany,
  { url, secret, previousSecret }: Webhook,
  id: string,
  body: object,
): Promise<Posted> => {
  const current = deps.secretOf(stored, secret.env)
  if (current === null) return { outcome: 'later', reason: 'no-secret' }
  return deps.postWebhook({
    url,
    secret: current,
    previousSecret: previousSecret ? deps.secretOf(stored, previousSecret.env) : null,
    id,
    at: deps.now(),
    body: JSON.stringify(body),
  })
}
