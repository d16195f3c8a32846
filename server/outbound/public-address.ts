import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// What is not of the public Internet (IANA special-purpose registries, RFC 6890).
const RESERVED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

const reserved = new BlockList()
for (const [network, prefix] of RESERVED_4) reserved.addSubnet(network, prefix, 'ipv4')

// Of IPv6 only global unicast is public, and of that not what stands for an address of IPv4 or of nobody.
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const reserved6 = new BlockList()
reserved6.addSubnet('2001::', 23, 'ipv6')
reserved6.addSubnet('2001:db8::', 32, 'ipv6')
reserved6.addSubnet('2002::', 16, 'ipv6')
reserved6.addSubnet('3fff::', 20, 'ipv6')

/** Whether an IP address is of the public Internet. What is no address is not. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !reserved.check(address, 'ipv4')
  if (version !== 6) return false
  return global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6')
}

/** Whether a host may be asked for at all: an address must be public; a name is looked up, and that is judged. */
export const isPublicHost = (host: string): boolean => {
  const address = host.replace(/^\[|\]$/gu, '')
  return isIP(address) === 0
    ? !/(?:^|\.)(?:localhost|local|internal)\.?$/iu.test(host)
    : isPublicAddress(address)
}

/**
 * Looks a name up for a connection, and gives only public addresses. The connection goes to what is given here and
 * asks no more, so that a name cannot point elsewhere between the look and the call.
 */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    const isAll = found.length > 0 && found.every(({ address }) => isPublicAddress(address))
    const [first] = found
    if (!isAll || !first) {
      return done(Object.assign(new Error('not a public address'), { code: 'EPRIVATE' }), '', 0)
    }
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}
