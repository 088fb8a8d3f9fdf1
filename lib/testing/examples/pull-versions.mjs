/**
 * How another system gets what is published: plain Node 20, nothing to install.
 *
 *   GALLEY_URL=https://galley.example.org GALLEY_TOKEN=galley_… STORE=./versions node pull-versions.mjs
 *
 * pulls once. With GALLEY_WEBHOOK_SECRET and PORT it goes on listening, and pulls whenever a webhook says that there is something.
 * Ends with 1 when something was refused, and says what. UNSIGNED=1 also takes versions from before versions were signed.
 * The token needs the scope `read` and no other. A message is only a hint: what is stored is what the list says, checked.
 */
import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Read again each time: what was committed a moment later than its time says is not missed. Storing twice changes nothing. */
const OVERLAP_MS = 60_000
/** Older messages are replays (Standard Webhooks). */
const TOLERANCE_S = 300

/**
 * Pulls all that is new since the last time. Gives what was stored, what was taken away and what was refused, each with why. One version that is
 * refused keeps nobody from the others; where its bytes did not fit, the next time begins where this one did.
 */
export async function pull({ url, token, store, unsigned = false }) {
  await mkdir(store, { recursive: true })
  const keys = await keysOf(url)
  const stateFile = join(store, 'state.json')
  const { since } = await readFile(stateFile, 'utf8').then(JSON.parse, () => ({ since: null }))
  const begun = new Date(Date.now() - OVERLAP_MS).toISOString()
  const done = { stored: [], gone: [], refused: [] }
  let next = `/api/v1/versions?limit=50${since ? `&since=${encodeURIComponent(since)}` : ''}`
  while (next) {
    const response = await get(new URL(next, url), token)
    for (const version of (await response.json()).versions) {
      const { became, ...why } = await keep(version, { url, store, keys, unsigned })
      done[became].push({ ...version, ...why })
    }
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  }
  if (done.refused.some(({ again }) => again)) return done
  // Last: whoever is stopped before begins where the time before ended.
  await writeFile(stateFile, JSON.stringify({ since: begun }))
  return done
}

/**
 * Stores the bytes of a version when hash and signature fit. Retracted or taken down, what we have goes. One that was published before
 * versions were signed is stored for those who say that they want it: nothing but the list vouches for it.
 */
async function keep(version, { url, store, keys, unsigned }) {
  const { slug, number, change, hash, signature, takenDownAt } = version
  const file = join(store, `${slug}-${number}.json`)
  const response = takenDownAt ? null : await fetch(new URL(`/read/${slug}/v/${number}/json`, url))
  if (!response || response.status === 410) {
    // A retraction withdraws every version before it.
    const first = change === 'retraction' ? 1 : number
    for (let one = first; one <= number; one++)
      await rm(join(store, `${slug}-${one}.json`), { force: true })
    return { became: 'gone' }
  }
  const refuse = (why, again = true) => ({ became: 'refused', why, again })
  if (!response.ok) return refuse(`it was answered with ${response.status}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    return refuse('these are not the bytes that were published')
  if (signature === null && !unsigned)
    return refuse('it was published before versions were signed (UNSIGNED=1 takes it)', false)
  if (signature !== null && !isSigned(signature, hash, keys))
    return refuse('no known key signed it')
  await writeFile(file, bytes)
  return { became: 'stored' }
}

/** A detached JWS (RFC 7515, appendix F) over the hash, by one of the newsroom's keys. */
function isSigned(signature, hash, keys) {
  const [header = '', , mac = ''] = signature.split('.')
  const { alg, kid, typ } = headOf(header)
  const key = keys.find((known) => known.kid === kid)
  if (!key || alg !== 'EdDSA' || typ !== 'galley-version') return false
  const signed = Buffer.from(`${header}.${Buffer.from(hash).toString('base64url')}`)
  const publicKey = createPublicKey({ key, format: 'jwk' })
  return verify(null, signed, publicKey, Buffer.from(mac, 'base64url'))
}

function headOf(header) {
  try {
    return JSON.parse(Buffer.from(header, 'base64url').toString()) ?? {}
  } catch {
    return {}
  }
}

async function keysOf(url) {
  const response = await fetch(new URL('/.well-known/jwks.json', url))
  return (await response.json()).keys
}

/** Waits when told to: a limit is no error. */
async function get(address, token) {
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  if (response.ok) return response
  if (response.status !== 429) throw new Error(`${address.pathname}: ${await response.text()}`)
  const seconds = Number(response.headers.get('retry-after') ?? 1)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return get(address, token)
}

/** Whether a message is the newsroom's, and of now. */
export function isFromGalley(headers, body, secret, now = Date.now()) {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given = '' } = headers
  if (Math.abs(now / 1000 - Number(at)) > TOLERANCE_S) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest()
  return given.split(' ').some((one) => {
    const [version, text = ''] = one.split(',')
    const bytes = Buffer.from(text, 'base64')
    return version === 'v1' && bytes.length === mac.length && timingSafeEqual(bytes, mac)
  })
}

/** Answers at once and pulls behind: a message that comes twice, or late, does no harm. */
export function listen({ port, secret, onEvent }) {
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const isOurs = isFromGalley(request.headers, body, secret)
    response.writeHead(isOurs ? 204 : 401).end()
    if (isOurs) onEvent(JSON.parse(body))
  })
  return server.listen(port, '127.0.0.1')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { GALLEY_URL: url, GALLEY_TOKEN: token, STORE: store = 'versions' } = process.env
  const { GALLEY_WEBHOOK_SECRET: secret, PORT: port } = process.env
  const run = async () => {
    const unsigned = process.env.UNSIGNED === '1'
    const { stored, gone, refused } = await pull({ url, token, store, unsigned })
    console.log(`${stored.length} stored, ${gone.length} gone, ${refused.length} refused`)
    for (const { slug, number, why } of refused) console.error(`${slug} ${number}: ${why}`)
    if (refused.length) process.exitCode = 1
  }
  await run()
  let running = Promise.resolve()
  const again = () => {
    running = running.then(run).catch((error) => console.error(error.message))
  }
  if (secret && port) listen({ port: Number(port), secret, onEvent: again })
}
