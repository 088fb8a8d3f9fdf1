import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Source } from '#lib/domain/sourcing/source.ts'

/** Short, and different for all that differs. */
export function tagOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('base64url')
    .slice(0, 22)
}

/** Of what people say of a source; a look at its address changes nothing of that [API5]. */
export function tagOfSource({ link: _, ...record }: Source): string {
  return tagOf(record)
}
