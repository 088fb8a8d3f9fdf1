import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * scrypt, memory-hard: 32 MiB and three passes a guess, the setting that OWASP's Password Storage Cheat Sheet lists for
 * N = 2^15. The parameters stand in the hash, so that they can be raised.
 */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const LENGTH = 32

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join(
    '$',
  )
}

/** Takes equally long whether the person is unknown (`hash` null) or the password is wrong. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, n, r, p, salt, key] = (hash ?? DECOY).split('$')
  const expected = Buffer.from(key ?? '', 'base64')
  const cost = { N: Number(n), r: Number(r), p: Number(p) }
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64'), cost)
  return actual.length === expected.length && timingSafeEqual(actual, expected) && hash !== null
}

const DECOY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(LENGTH).toString('base64'),
].join('$')

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      LENGTH,
      { ...cost, maxmem: 128 * 1024 * 1024 },
      (error, key) => {
        if (error) reject(error)
        else resolve(key)
      },
    )
  })
}
