import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isLoopbackAddress, isPublicAddress } from './addresses.ts'

/** The rules say no: asking again changes nothing. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Nobody answered, or not to the end: another time it may be different. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  /** It lies with this machine or its network: nobody else was asked. */
  readonly isOurs: boolean

  constructor(message: string, options: ErrorOptions & { readonly isOurs?: boolean } = {}) {
    super(message, options)
    this.isOurs = options.isOurs ?? false
  }
}

/** What the system says when it has no way out, or nobody to ask for names: not what it says of a name that is none. */
const WITHOUT_NETWORK = ['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH', 'EADDRNOTAVAIL']

/** Null: the trouble is not ours. */
export function ownTrouble(cause: unknown): Unreachable | null {
  const code = (cause as { readonly code?: unknown } | null)?.code
  if (!WITHOUT_NETWORK.includes(String(code))) return null
  const message = 'This newsroom’s server has no way out now. Try again when it is connected.'
  return new Unreachable(message, { cause, isOurs: true })
}

/**
 * For tests only: ports of the loopback address that may be asked. It is an argument of whoever makes a fetcher, and no
 * setting of the product leads here.
 */
export interface Allowance {
  readonly loopbackPorts: readonly number[]
}

export type Resolve = (name: string) => Promise<readonly string[]>

/** All addresses of a name, by the resolver of this machine. */
export async function resolveName(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true, verbatim: false })).map(({ address }) => address)
}

/** Where a request goes: an address, and the only machines that it may be sent to. */
export interface Target {
  readonly url: URL
  readonly port: number
  readonly host: string
  readonly addresses: readonly string[]
}

const LONGEST = 8_192
const PORTS = [80, 443]

/**
 * Checks an address and looks its name up, once: what comes back is what the request is sent to, so that a name that
 * answers differently the second time deceives nobody [CAP2]. Throws `Refused` or `Unreachable`.
 */
export async function targetOf(
  address: string,
  resolve: Resolve,
  allowance: Allowance | null,
): Promise<Target> {
  const url = checkedUrl(address)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const isAllowedPort = allowance?.loopbackPorts.includes(port) ?? false
  if (!PORTS.includes(port) && !isAllowedPort)
    throw new Refused(`Only the ports 80 and 443 are asked, and the address names ${port}.`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await lookUp(host, resolve)
  const mayGo = (one: string) =>
    PORTS.includes(port) && isPublicAddress(one) ? true : isAllowedPort && isLoopbackAddress(one)
  // One bad address among good ones is a trap: which of them is used would be a matter of luck.
  if (!addresses.every(mayGo))
    throw new Refused('The address leads into a private network, and only public pages are read.')
  return { url, port, host, addresses }
}

function checkedUrl(address: string): URL {
  if (address.length > LONGEST) throw new Refused('The address is too long to be one of a page.')
  if (!URL.canParse(address)) throw new Refused('This is no address of a page.')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refused('Only addresses that begin with http:// or https:// are read.')
  if (url.username || url.password)
    throw new Refused('The address holds a name or a password. Take it out.')
  return url
}

async function lookUp(host: string, resolve: Resolve): Promise<readonly string[]> {
  let found: readonly string[] = []
  try {
    found = await resolve(host)
  } catch (cause) {
    throw ownTrouble(cause) ?? new Unreachable(`There is no server called ${host}.`, { cause })
  }
  if (!found.length) throw new Unreachable(`There is no server called ${host}.`)
  return found
}
