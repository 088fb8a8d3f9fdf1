import { listKeys, rememberKey } from '#db/repositories/signing-keys.ts'
import { type PublicKey, toJwk } from '#lib/signing/keys.ts'
import { type Context, record } from './context.ts'

/** Keeps public keys for good, so that what they sign is verified when they are long gone [SGV2]. */
export async function rememberKeys(context: Context, keys: readonly PublicKey[]): Promise<void> {
  await context.db.transaction(async (tx) => {
    for (const { kid, x } of keys) {
      if (!(await rememberKey(tx, { kid, x, since: context.now() }))) continue
      const detail = { kid }
      await record(tx, context, { actorId: null, action: 'key.added', articleId: null, detail })
    }
  })
}

/** A JWK set of every key that ever signed, the newest first; `iat` is since when it may. */
export async function publicKeys(context: Context) {
  const known = await listKeys(context.db)
  return {
    keys: known
      .map((key) => ({ ...toJwk(key), iat: Math.floor(key.since.getTime() / 1000) }))
      .reverse(),
  }
}
