import { canonicalJson } from '#lib/domain/sourcing/fingerprint.ts'
import type { Format } from './format.ts'

/** The version itself, as canonical JSON (RFC 8785): exactly the bytes that the version's SHA-256 is taken of. */
export const json: Format<string> = {
  id: 'json',
  mediaType: 'application/json',
  extension: 'json',
  label: 'Canonical JSON',
  render: (version) => canonicalJson(version),
}
