import { listCopyHashes } from '#db/repositories/captures.ts'
import { type FindPassage, type Warning, warningsOf } from '#lib/domain/publication/warnings.ts'
import type { FileStore } from '#lib/domain/shared/file-store.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { checkPassage, isFound } from '#lib/domain/sourcing/passage.ts'
import { indexPassages, type PassageIndex } from '#lib/domain/sourcing/passage-index.ts'
import { recordOf } from '#lib/domain/sourcing/source.ts'
import type { Assessment } from './assess-article.ts'
import { pagesOf } from './captured-texts.ts'
import type { Context } from './context.ts'

/** Older copies are not looked in. */
const LATEST = 10

/** What the gate warns of, from durable state: statuses, sources, and the copies of what is quoted [GAT7]. */
export async function findWarnings(
  context: Context,
  { statuses, findSource }: Pick<Assessment, 'statuses' | 'findSource'>,
): Promise<readonly Warning[]> {
  const quotes = new Map<string, Set<string>>()
  const recordIn = (sourceId: string) => {
    const source = findSource(sourceId)
    return source ? recordOf(source) : sourceId
  }
  for (const { sourceId, quote } of statuses.flatMap(({ united }) =>
    united.flatMap(({ citations }) => citations),
  )) {
    if (!quote.trim()) continue
    const record = recordIn(sourceId)
    quotes.set(record, (quotes.get(record) ?? new Set()).add(quote))
  }
  const verdicts = new Map<string, ReadonlyMap<string, boolean>>()
  for (const [record, said] of quotes) verdicts.set(record, await lookUp(context, record, said))
  const findPassage: FindPassage = ({ sourceId, quote }) =>
    verdicts.get(recordIn(sourceId))?.get(quote) ?? null
  return warningsOf(statuses, findSource, findPassage)
}

/** Of each quote whether a copy has it. Without an entry: there is no copy that can be read, or no word to look for. */
async function lookUp(
  { db, files }: Context,
  sourceId: string,
  quotes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>()
  for (const hash of await listCopyHashes(db, sourceId, LATEST)) {
    const open = [...quotes].filter((quote) => found.get(quote) !== true)
    if (!open.length) break
    for (const [quote, verdict] of await lookIn(files, hash, open)) found.set(quote, verdict)
  }
  return found
}

/** As many verdicts as are remembered of one store; one is a hash and a boolean. */
const REMEMBERED = 20_000

/** What a text says about a quote never changes, and reading it while the article stands still would hold others up. */
const remembered = new WeakMap<FileStore, Map<string, boolean | null>>()

async function lookIn(
  files: FileStore,
  hash: string,
  quotes: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const known = remembered.get(files) ?? new Map<string, boolean | null>()
  remembered.set(files, known)
  const verdicts = new Map<string, boolean>()
  let index: PassageIndex | null = null
  for (const quote of quotes) {
    const key = `${hash} ${hashOf(quote.toWellFormed())}`
    let verdict = known.get(key)
    if (verdict === undefined) {
      const bytes: Uint8Array | null = index ? null : await files.get(hash)
      if (bytes) index = indexPassages(pagesOf(bytes))
      if (!index) return verdicts
      const check = checkPassage(index, quote)
      verdict = check && isFound(check)
      if (known.size >= REMEMBERED) known.clear()
      known.set(key, verdict)
    }
    if (verdict !== null) verdicts.set(quote, verdict)
  }
  return verdicts
}
