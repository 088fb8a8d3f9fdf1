import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { LIMITS } from './limits.ts'
import { Refused, Unreachable } from './target.ts'

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * The body of an answer, unpacked. It stops at the first byte that is too many, packed or unpacked: what a bomb would
 * have grown to is never seen [CAP3].
 */
export async function boundedBody(response: IncomingMessage): Promise<Uint8Array> {
  try {
    return await unpackedBody(response)
  } finally {
    response.destroy()
  }
}

function unpackedBody(response: IncomingMessage): Promise<Uint8Array> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (Number(response.headers['content-length'] ?? 0) > LIMITS.bodyBytes) throw tooLarge()
  if (encoding === 'identity') return gather(response, response)
  const unpacker = Object.hasOwn(UNPACKERS, encoding) ? UNPACKERS[encoding] : undefined
  if (!unpacker) throw new Refused(`The page is packed in a way that is not read: ${encoding}.`)
  const unpacked = unpacker()
  let packed = 0
  response.on('data', (chunk: Buffer) => {
    packed += chunk.length
    if (packed > LIMITS.bodyBytes) unpacked.destroy(tooLarge())
  })
  response.on('error', (error) => unpacked.destroy(error))
  response.on('aborted', () => unpacked.destroy(cutOff()))
  return gather(response.pipe(unpacked), response)
}

async function gather(
  stream: AsyncIterable<Buffer>,
  response: IncomingMessage,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      length += chunk.length
      if (length > LIMITS.bodyBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof Refused || cause instanceof Unreachable) throw cause
    throw isUnpacking(cause)
      ? new Refused('The page cannot be unpacked.', { cause })
      : cutOff(cause)
  }
  if (!response.complete) throw cutOff()
  return new Uint8Array(Buffer.concat(chunks))
}

function isUnpacking(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(Z_|ERR__ERROR|ERR_BROTLI|ERR_ZLIB)/.test(`${error.code}`)
  )
}

const tooLarge = () => new Refused('The page is larger than 5 MiB.')
const cutOff = (cause?: unknown) => new Unreachable('The answer broke off.', { cause })
