import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
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
  const t = useTranslations('ui')
  return t.rich('coverage', { sentences, tagged, evidenced, approved, b: strong })
}

const strong = (words: ReactNode) => <b>{words}</b>

/** How far an article is, as a bar and in words. Ink disappears as work completes: a finished one has a tick. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('ui')
  const { sentences, approved } = coverage
  if (!sentences) return <span className="full">{t('noSentences')}</span>
  if (approved === sentences) {
    return (
      <span className="full num">
        <Glyph name="approved" />
        <span>
          {sentences === 1
            ? t('oneApproved')
            : t.rich('allApproved', { count: sentences, b: strong })}
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
