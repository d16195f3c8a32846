import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import type { Bindings, HttpDeps } from './deps.ts'

/** Whether an address is that of a proxy whose word is taken. */
export type ProxyTest = (address: string) => boolean

/** Knows the proxies in a list of addresses and networks; null where one is neither. */
export const proxyTest = (trusted: readonly string[]): ProxyTest | null => {
  const list = new BlockList()
  for (const each of trusted) {
    const [address = '', bits, ...rest] = each.split('/')
    const version = isIP(address)
    const width = version === 4 ? 32 : 128
    const length = bits === undefined ? width : Number(bits)
    const isNetwork = /^\d{1,3}$/u.test(bits ?? '0') && length <= width && rest.length === 0
    if (version === 0 || !isNetwork) return null
    list.addSubnet(address, length, familyOf(version))
  }
  return (address) => {
    const version = isIP(address)
    return version !== 0 && list.check(address, familyOf(version))
  }
}

/**
 * Who asks: the other end of the connection or, where that is a proxy of ours, the last address in
 * `X-Forwarded-For` that is none. What stands before it the caller may have written.
 */
export const clientIp = (c: Context<Bindings>, deps: HttpDeps): string | undefined => {
  const peer = plain(c.env?.incoming?.socket.remoteAddress)
  const isProxy = deps.isTrustedProxy
  if (peer === undefined || !isProxy?.(peer)) return peer
  return forwardedFor(c.req.header('x-forwarded-for') ?? '', peer, isProxy)
}

const forwardedFor = (header: string, peer: string, isProxy: ProxyTest): string => {
  let client = peer
  for (const each of header.split(',').toReversed()) {
    const address = plain(each.trim()) ?? ''
    if (isIP(address) === 0) return client
    client = address
    if (!isProxy(address)) return client
  }
  return client
}

/** Whom a limit holds for: an address, or the network that a household or a phone has of IPv6. */
export const limitedAs = (ip: string): string => {
  if (isIP(ip) !== 6) return ip
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? []
  const before = groupsIn(head)
  const after = tail === undefined ? [] : groupsIn(tail)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array.from({ length: zeros }, () => 0), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

const groupsIn = (text: string): readonly number[] =>
  text
    .split(':')
    .filter(Boolean)
    .map((group) => Number.parseInt(group, 16))

/** IPv4 as Node writes it on a socket that speaks both. */
const plain = (address: string | undefined): string | undefined =>
  address?.replace(/^::ffff:(?=\d+\.)/iu, '')

const familyOf = (version: number): 'ipv4' | 'ipv6' => (version === 4 ? 'ipv4' : 'ipv6')
