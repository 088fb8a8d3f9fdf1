import { hardKeys } from '#lib/domain/sourcing/duplicates.ts'
import { recordOf, type Source } from '#lib/domain/sourcing/source.ts'

/** The source that the registry has of an address, a DOI or an ISBN; what is withdrawn or has an edition of its own is another. */
export function knownAt(sources: readonly Source[], href: string): Source | undefined {
  const keys = keysOf(sources)
  const wanted = hardKeys({ url: href, title: '', description: '' })
  return wanted.flatMap((key) => keys.get(key) ?? [])[0]
}

/** Made once for each state of the registry. */
const indexes = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>()

function keysOf(sources: readonly Source[]): ReadonlyMap<string, Source> {
  const ready = indexes.get(sources)
  if (ready) return ready
  const byId = new Map(sources.map((source) => [source.id, source]))
  const keys = new Map<string, Source>()
  for (const source of sources) {
    const record = byId.get(recordOf(source)) ?? source
    if (record.retiredAt !== null || record.edition) continue
    for (const key of hardKeys(source)) if (!keys.has(key)) keys.set(key, record)
  }
  indexes.set(sources, keys)
  return keys
}
