import type { Version } from '#lib/domain/publication/version.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'

const known = new WeakMap<Version, string>()

/** SHA-256 of the record of a version. Several formats name it, and of a long article it takes as long as they do: it is computed once. */
export function recordHash(version: Version): string {
  const hash = known.get(version) ?? hashOf(version)
  known.set(version, hash)
  return hash
}
