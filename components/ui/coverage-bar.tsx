import type { CSSProperties } from 'react'
import type { Coverage } from '#lib/domain/review/coverage.ts'
import { Glyph } from './glyph.tsx'

const share = (part: number, whole: number) =>
  ({ '--v': whole ? Math.round((part / whole) * 100) : 0 }) as CSSProperties

/** The three lengths; decoration beside the words. */
export function CoverageStripe({ sentences, tagged, claims, evidenced, approved }: Coverage) {
  return (
    <span className="cov" aria-hidden="true">
      {tagged > 0 && <i className="c1" style={share(tagged, sentences)} />}
      {evidenced > 0 && <i className="c2" style={share(evidenced, claims)} />}
      {approved > 0 && <i className="c3" style={share(approved, sentences)} />}
    </span>
  )
}

/** The three numbers, always together. */
export function CoverageWords({ sentences, tagged, evidenced, approved }: Coverage) {
  return (
    <>
      <b>
        {tagged} of {sentences}
      </b>{' '}
      tagged · <b>{evidenced}</b> evidenced · <b>{approved}</b> approved
    </>
  )
}

/** How far an article is, as a bar and in words. Ink disappears as work completes: a finished one has a tick. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const { sentences, approved } = coverage
  if (!sentences) return <span className="full">No sentences yet</span>
  if (approved === sentences) {
    return (
      <span className="full num">
        <Glyph name="approved" />
        <span>
          {sentences === 1 ? 'Its one sentence' : 'All '}
          {sentences > 1 && <b>{sentences}</b>}
          {sentences === 1 ? ' is approved' : ' sentences approved'}
        </span>
      </span>
    )
  }
  return (
    <>
      <CoverageStripe {...coverage} />
      <div className="covw num">
        <CoverageWords {...coverage} />
      </div>
    </>
  )
}
