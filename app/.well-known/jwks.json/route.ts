import { serverContext } from '#lib/usecases/context.ts'
import { publicKeys } from '#lib/usecases/signing-keys.ts'

/** Public keys of everything that was ever signed here. */
export async function GET(): Promise<Response> {
  return Response.json(await publicKeys(serverContext()), {
    headers: {
      'content-type': 'application/jwk-set+json',
      'cache-control': 'no-cache',
      // Other pages verify in the reader's browser.
      'access-control-allow-origin': '*',
    },
  })
}
