import type { Notice } from '#lib/domain/formats/reader-page.ts'
import { articlePath } from '#lib/domain/formats/site.ts'
import type { PublishedVersion } from '#lib/usecases/read-published.ts'

/** What has become of a version since it was frozen. */
export function noticesOf({ stored, versions }: PublishedVersion): readonly Notice[] {
  const latest = versions.at(-1)
  const href = articlePath(stored)
  if (!latest) return []
  if (latest.change === 'retraction') {
    const text = `This article has been retracted. ${latest.note}`
    return [{ kind: 'retracted', text, ...(stored.number !== latest.number && { href }) }]
  }
  if (stored.number === latest.number) return []
  const later = versions.filter(({ number }) => number > stored.number)
  if (later.some(({ change }) => change === 'correction')) {
    return [{ kind: 'corrected', text: `Version ${stored.number} has been corrected since.`, href }]
  }
  return [{ kind: 'superseded', text: `Version ${stored.number} is not the latest.`, href }]
}
