import ipaddr from 'ipaddr.js'

/**
 * Addresses of clouds' own services among those that look public: whoever asks them from inside is told secrets. The
 * others of that kind (169.254.169.254, fd00:ec2::254, 100.100.100.200) are link-local, unique local or shared already.
 */
const METADATA = ['168.63.129.16', '192.0.0.192']

/** Of IPv6 only what is given out to the world; what carries an IPv4 address inside is refused, whatever it is. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3')

/** True for an address of the public internet, and for nothing else [CAP1]. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || METADATA.includes(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4'
    ? ipaddr.IPv4.isValidFourPartDecimal(address)
    : parsed.match(GIVEN_OUT)
}

export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback'
}

/** True when both mean one address, however they are written. */
export function isSameAddress(a: string, b: string): boolean {
  if (!ipaddr.isValid(a) || !ipaddr.isValid(b)) return false
  return ipaddr.process(a).toNormalizedString() === ipaddr.process(b).toNormalizedString()
}
