import { useMemo, useState } from 'react'
import { subjectOf } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'

/** The sentence, or the part of it, that is worked on. Each sentence begins anew. */
export function useSubject(
  whole: SentenceStatus | undefined,
  sentence: number,
  findSource: FindSource,
) {
  const [chosen, setChosen] = useState<{ sentence: number; part: string } | null>(null)
  const part = chosen?.sentence === sentence ? chosen.part : null
  const status = useMemo(
    () => whole && subjectOf(whole, part, findSource),
    [whole, part, findSource],
  )
  return { status, choose: (id: string) => setChosen({ sentence, part: id }) }
}
