import { Fragment } from 'react'
import { type DiffSegment, wordDiff } from '#lib/domain/review/word-diff.ts'

/**
 * Words with what went struck and what came underlined. The roles are written out: inside a suggestion, checkers and
 * some screen readers do not take those that `del` and `ins` imply.
 */
export function DiffText({ before, after }: { readonly before: string; readonly after: string }) {
  return <DiffSegments segments={wordDiff(before, after)} />
}

/** The same of a difference that was found elsewhere. */
export function DiffSegments({ segments }: { readonly segments: readonly DiffSegment[] }) {
  return suggestionsOf(segments).map(({ at, same, removed, added }) =>
    same ? (
      <Fragment key={at}>{same}</Fragment>
    ) : (
      <span key={at} role="suggestion">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        {removed && <del role="deletion">{removed}</del>}
        {removed && added && ' '}
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        {added && <ins role="insertion">{added}</ins>}
      </span>
    ),
  )
}

interface Piece {
  /** Where it begins in both texts taken together: a key that no other piece has. */
  readonly at: number
  readonly same: string
  readonly removed: string
  readonly added: string
}

/** What went and what came in its place stand together. */
function suggestionsOf(segments: readonly DiffSegment[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { kind, text } of segments) {
    const last = pieces.at(-1)
    if (kind === 'added' && last?.removed) pieces[pieces.length - 1] = { ...last, added: text }
    else pieces.push({ at, same: '', removed: '', added: '', [kind]: text })
    at += text.length
  }
  return pieces
}
