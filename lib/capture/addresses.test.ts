import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './addresses.ts'

const CLOSED: Readonly<Record<string, readonly string[]>> = {
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  'link-local': ['169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  'unique local': ['fc00::1', 'fdff::1'],
  'site-local, of old': ['fec0::1'],
  'shared by carriers': ['100.64.0.1', '100.127.255.254'],
  'services of clouds': [
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    'fd00:ec2::254',
  ],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  broadcast: ['255.255.255.255'],
  'for documents and tests': [
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '2001:db8::1',
  ],
  reserved: ['240.0.0.1', '192.0.0.1', '100::1', '4000::1'],
  'mapped and compatible': ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1'],
  NAT64: ['64:ff9b::127.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1'],
  '6to4': ['2002:7f00:1::', '2002:808:808::1', '192.88.99.1'],
  Teredo: ['2001::1', '2001:0:53aa:64c:0:0:80ff:fffe'],
  'no address': [
    '',
    'localhost',
    '1',
    '127.1',
    '0x7f.0.0.1',
    '017700000001',
    '8.8.8',
    '1.2.3.4.5',
    ':::',
  ],
}

describe('addresses that are asked', () => {
  it.each(Object.entries(CLOSED))('[CAP1] none that is %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  it('[CAP1] those of the public internet', () => {
    const open = ['1.1.1.1', '8.8.8.8', '93.184.215.14', '172.15.0.1', '172.32.0.1', '100.63.0.1']
    const six = ['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860:4860::8888']
    expect([...open, ...six].filter((address) => !isPublicAddress(address))).toEqual([])
  })

  it('[CAP1] an IPv4 address inside an IPv6 one is never asked, whatever it is', () => {
    const part = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), ([a, b, c, d]) => {
        const hex = (x: number, y: number) => (x * 256 + y).toString(16)
        for (const prefix of ['::ffff:', '64:ff9b::', '2002:', '::', '::ffff:0:'])
          expect(
            isPublicAddress(`${prefix}${hex(a, b)}:${hex(c, d)}${prefix === '2002:' ? '::' : ''}`),
          ).toBe(false)
      }),
    )
  })
})
