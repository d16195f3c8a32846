// Of what RFC 5322 allows, what every mail program takes unquoted; a host has a dot in it.
const LOCAL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*$/iu
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/iu

/** The longest that RFC 5321 lets an address and the part before the @ be. */
const LONGEST = { address: 254, local: 64 }

/** Whether a text is one e-mail address, alone and without a name. */
export const isMailAddress = (text: string): boolean => {
  if (text.length > LONGEST.address) return false
  const [local = '', host = '', more] = text.split('@')
  const isLocal = local.length <= LONGEST.local && LOCAL.test(local)
  return isLocal && HOST.test(host) && more === undefined
}
