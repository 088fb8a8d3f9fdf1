import { listKeys } from '#db/repositories/signing-keys.ts'
import { versionFiles } from '#lib/signing/download.ts'
import type { Context } from './context.ts'
import type { PublishedVersion } from './read-published.ts'
import { zipFiles } from './zip-files.ts'

/** A version with all that is needed to check it without us, as a zip. Null: it was published before versions were signed. */
export async function proveVersion(
  context: Context,
  { stored: { canonical, signature } }: PublishedVersion,
  origin: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (signature === null) return null
  const keys = await listKeys(context.db)
  return zipFiles(versionFiles({ canonical, signature, keys, origin }))
}
