import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation, Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { countVoices } from '#lib/domain/sourcing/confidence.ts'
import { isLive, owesNothing } from '#lib/domain/sourcing/evidence.ts'

/** What the gate warns of, with what readers are told of it. Stored in versions: add, never rename. */
export const WARNING_WORDS = {
  lowConfidence: 'as unconfirmed',
  singleSource: 'with one independent source for an allegation',
  passageNotFound: 'with a passage that our copy of its source does not have',
} as const

export type WarningKind = keyof typeof WARNING_WORDS
export const WARNING_KINDS = Object.keys(WARNING_WORDS) as readonly WarningKind[]

/** Something that a publisher answers for with a reason; by itself it stops nothing [GAT7]. */
export interface Warning {
  readonly kind: WarningKind
  /** Index of the sentence. */
  readonly sentence: number
  readonly text: string
  readonly message: string
  /** A reason for it is a reason for these words alone. */
  readonly fingerprint: string
}

/** Whether a passage stands in a copy of its source; null: there is none to look in, or nobody has looked. */
export type FindPassage = (citation: Pick<Citation, 'sourceId' | 'quote'>) => boolean | null

const UNSEEN: FindPassage = () => null

/** In the order of the text; of a sentence each kind once [GAT7]. */
export function warningsOf(
  statuses: readonly SentenceStatus[],
  findSource: FindSource,
  findPassage: FindPassage = UNSEEN,
): readonly Warning[] {
  return statuses.flatMap((status) => {
    const { index, text } = status.sentence
    const { fingerprint } = status
    const lost = lostIn(status, findSource, findPassage)
    const found: (WarningKind | false)[] = [
      status.confidence === 'unconfirmed' && !owesNothing(status.kind) && 'lowConfidence',
      status.united.some((one) => hangsOnOne(one, findSource)) && 'singleSource',
      lost.length > 0 && 'passageNotFound',
    ]
    return found
      .filter((kind) => kind !== false)
      .map((kind) => {
        const message = kind === 'passageNotFound' ? lostWords(lost) : MESSAGES[kind]
        return { kind, sentence: index, text, message, fingerprint }
      })
  })
}

/** With no support at all it is in the way, and nothing to warn of. */
function hangsOnOne(annotation: Annotation, findSource: FindSource): boolean {
  if (annotation.kind !== 'allegation') return false
  const isHeld = annotation.citations.some(
    (citation) => citation.relation === 'supports' && isLive(citation, findSource),
  )
  return isHeld && countVoices([annotation], findSource) < 2
}

/** Titles of the live sources whose copies lack a passage that is cited from them. */
function lostIn(
  { united }: SentenceStatus,
  findSource: FindSource,
  findPassage: FindPassage,
): readonly string[] {
  const lost = united
    .flatMap(({ citations }) => citations)
    .filter((citation) => citation.quote.trim() && isLive(citation, findSource))
    .filter((citation) => findPassage(citation) === false)
  return [...new Set(lost.map(({ sourceId }) => findSource(sourceId)?.title ?? ''))]
}

const lostWords = (titles: readonly string[]) =>
  `No captured copy of “${titles.join('”, “')}” has the passage: quote it as the source has it, capture the source anew, or say why it stands.`

const MESSAGES: Readonly<Record<Exclude<WarningKind, 'passageNotFound'>, string>> = {
  lowConfidence:
    'It is unconfirmed: find more support, leave it out, or say why readers get it all the same.',
  singleSource:
    'An allegation rests on one independent source: find a second one, or say why one is enough.',
}
