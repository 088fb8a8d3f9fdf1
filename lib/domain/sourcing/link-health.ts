import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { Citation } from './annotation.ts'
import type { FindSource } from './article-content.ts'
import { type LinkHealth, linkState } from './link-state.ts'
import { checkPassage, isFound } from './passage.ts'
import type { PassageIndex } from './passage-index.ts'

/** What one look shows. `blind`: somebody is there, and does not let us see; or we have no way out ourselves. */
export type LinkObservation =
  | { readonly kind: 'seen'; readonly movedTo: string | null; readonly lost: readonly string[] }
  | { readonly kind: 'gone' | 'silent' | 'blind' }

const UNSEEN: Omit<LinkHealth, 'checkedAt'> = {
  ...{ failures: 0, isGone: false, movedTo: null, lost: [], keptAt: null },
}

/** What is known after one more look [CAP7]. */
export function nextHealth(
  before: LinkHealth | null,
  seen: LinkObservation,
  checkedAt: string,
): LinkHealth {
  const known = before ?? { ...UNSEEN, checkedAt }
  switch (seen.kind) {
    case 'blind':
      return { ...known, checkedAt }
    case 'gone':
    case 'silent': {
      const next = {
        ...known,
        checkedAt,
        failures: known.failures + 1,
        isGone: seen.kind === 'gone',
      }
      // It dies now: what was said of the changes in it was not said of this.
      const dies = linkState(next) === 'dead' && linkState(known) !== 'dead'
      return dies ? { ...next, keptAt: null } : next
    }
    case 'seen': {
      const isNew = seen.lost.some((hash) => !known.lost.includes(hash))
      const keptAt =
        seen.lost.length && !isNew && linkState(known) === 'changed' ? known.keptAt : null
      const { movedTo, lost } = seen
      return { checkedAt, failures: 0, isGone: false, movedTo, lost, keptAt }
    }
    default:
      return seen satisfies never
  }
}

/** By which a passage is known without being told: articles may be restricted, and health is not. */
export function passageHash(quote: string): string {
  return bytesToHex(sha256(utf8ToBytes(normaliseWords(quote))))
}

/** Of passages those that stood in an earlier text word for word, and do not in the present one. */
export function lostPassages(
  now: PassageIndex,
  earlier: readonly PassageIndex[],
  quotes: readonly string[],
): readonly string[] {
  const stands = (index: PassageIndex, quote: string) => isFound(checkPassage(index, quote))
  return [...new Set(quotes)]
    .filter((quote) => !stands(now, quote) && earlier.some((index) => stands(index, quote)))
    .map(passageHash)
}

/** Why what is cited cannot be looked up any more; null: nothing is known against it [CAP8]. */
export type SourceTrouble = 'dead' | 'lost'

export function sourceTrouble(citation: Citation, findSource: FindSource): SourceTrouble | null {
  const link = findSource(citation.sourceId)?.link
  if (!link || link.keptAt) return null
  if (linkState(link) === 'dead') return 'dead'
  return link.lost.length && link.lost.includes(passageHash(citation.quote)) ? 'lost' : null
}
