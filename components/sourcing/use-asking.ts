import { useState } from 'react'
import type { Origin } from './use-open-forms.ts'

/** What a key asks for before it acts. */
export type Question =
  /** One of a few words, by number. */
  | { readonly kind: 'choice'; readonly of: 'confidence' | 'kind' | 'reason' }
  /** Where in the source, in one line. */
  | { readonly kind: 'place'; readonly citation: string }
  /** A link that was pasted, or has to be. */
  | { readonly kind: 'link'; readonly text: string }

interface Asking {
  readonly sentence: number
  readonly origin: Origin
  readonly question: Question
}

/** The question that is open; it belongs to one sentence. */
export function useAsking(sentence: number, editable: boolean) {
  const [asking, setAsking] = useState<Asking | null>(null)
  return {
    asking: editable && asking?.sentence === sentence ? asking : null,
    ask: (question: Question, origin: Origin) => setAsking({ sentence, origin, question }),
    stopAsking: () => setAsking(null),
  }
}
