import { listTextHashes } from '#db/repositories/captures.ts'
import { splitPages } from '#lib/domain/sourcing/capture.ts'
import { indexPassages, type PassageIndex } from '#lib/domain/sourcing/passage-index.ts'
import type { Context } from './context.ts'

/** Older texts are not looked at: what is lost since then was told then. */
const LATEST = 10

/** The texts that stood at a source's address, newest first, to look passages up in. */
export async function capturedTexts(
  context: Context,
  source: { readonly id: string; readonly url: string },
): Promise<readonly PassageIndex[]> {
  const hashes = await listTextHashes(context.db, source, LATEST)
  const texts = await Promise.all(hashes.map((hash) => context.files.get(hash)))
  return texts.flatMap((bytes) => (bytes ? indexPassages(pagesOf(bytes)) : []))
}

export function pagesOf(bytes: Uint8Array): readonly string[] {
  return splitPages(new TextDecoder().decode(bytes))
}
