import { capturesApi, fetchPages } from '#lib/collab/browser/captures-api.ts'
import type { ListedCapture } from '#lib/domain/sourcing/capture.ts'
import { indexPassages, type PassageIndex } from '#lib/domain/sourcing/passage-index.ts'

/** The newest text of a source, ready to look passages up in. */
export interface CapturedIndex {
  readonly capture: ListedCapture
  readonly index: PassageIndex
}

/** `none`: it has no capture with a text. `failed`: the server was not reached. */
export type Captured = CapturedIndex | 'none' | 'failed'

/** As many texts as a person has before their eyes; each may be megabytes. */
const KEPT = 8
/** Others may capture a source meanwhile. */
const FRESH_MS = 60_000

const kept = new Map<string, { readonly at: number; readonly captured: Promise<Captured> }>()

/** Asks once, whoever wants it how often; `anew` after a capture. */
export function capturedIndex(sourceId: string, anew = false): Promise<Captured> {
  const known = kept.get(sourceId)
  if (known && !anew && Date.now() - known.at < FRESH_MS) return known.captured
  const captured = fetchIndex(sourceId)
  kept.delete(sourceId)
  kept.set(sourceId, { at: Date.now(), captured })
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest) kept.delete(oldest)
  void captured.then((outcome) => {
    if (outcome === 'failed' && kept.get(sourceId)?.captured === captured) kept.delete(sourceId)
  })
  return captured
}

async function fetchIndex(sourceId: string): Promise<Captured> {
  const answer = await capturesApi(sourceId).list()
  if (!answer.ok) return 'failed'
  const capture = answer.value.captures.find(({ textHash }) => textHash !== null)
  if (!capture) return 'none'
  const pages = await fetchPages(capture)
  return pages ? { capture, index: indexPassages(pages) } : 'failed'
}
