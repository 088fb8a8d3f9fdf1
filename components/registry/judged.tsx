import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { When } from '#components/ui/when.tsx'
import type { Interview, Reliability, Source } from '#lib/domain/sourcing/source.ts'

/** What was thought of a source until it was judged anew. */
export interface Judgement {
  readonly reliability: Reliability
  readonly reason: string
  /** Until when it held. */
  readonly until: string
  readonly personName: string
}

interface JudgedProps {
  readonly source: Source
  readonly judgements: readonly Judgement[]
}

/** Why a source is relied on, where what it says comes from, and how one spoke with it. */
export function Judged({ source, judgements }: JudgedProps) {
  const t = useTranslations('sourcePage')
  const { reliabilityReason, reliabilityAt, origin, interviews = [] } = source
  if (!reliabilityReason && !reliabilityAt && !origin && !interviews.length && !judgements.length)
    return null
  return (
    <section aria-labelledby="judged">
      <h2 id="judged">{t('carries')}</h2>
      <dl className="facts">
        {(reliabilityReason || reliabilityAt) && (
          <>
            <dt>{t('reliability')}</dt>
            <dd>
              {reliabilityReason && <bdi>{reliabilityReason} </bdi>}
              {reliabilityAt && (
                <span className="muted">
                  {t.rich('judged', { when: () => <When at={reliabilityAt} /> })}
                </span>
              )}
            </dd>
          </>
        )}
        {origin && (
          <>
            <dt>{t('repeats')}</dt>
            <dd>
              <bdi>{origin}</bdi> <span className="muted">{t('oneVoice')}</span>
            </dd>
          </>
        )}
        {interviews.length > 0 && (
          <>
            <dt>{t('interviews', { count: interviews.length })}</dt>
            {interviews.map((interview, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: interviews have no names, and no state here
              <InterviewLines key={at} interview={interview} />
            ))}
          </>
        )}
      </dl>
      {judgements.length > 0 && <Earlier judgements={judgements} />}
    </section>
  )
}

const bdi = (words: ReactNode) => <bdi>{words}</bdi>

function Earlier({ judgements }: Pick<JudgedProps, 'judgements'>) {
  const t = useTranslations('sourcePage')
  return (
    <details className="openings">
      <summary>{t('judgedBefore')}</summary>
      <ol>
        {judgements.map(({ reliability, reason, until, personName }) => (
          <li key={until}>
            {t.rich(reason ? 'judgedUntilFor' : 'judgedUntil', {
              judgement: t(`judgement.${reliability}`),
              reason,
              name: personName,
              bdi,
              when: () => <When at={until} />,
            })}
          </li>
        ))}
      </ol>
    </details>
  )
}

function InterviewLines({ interview }: { readonly interview: Interview }) {
  const t = useTranslations('sourcePage')
  const terms = useTranslations('sourceTerms')
  const { date, medium, present, recording, timecodes } = interview
  return (
    <dd>
      {t.rich('interview', {
        medium: terms(`medium.${medium}`),
        ...{ present, recording, timecodes, bdi },
        hasDate: String(Boolean(date)),
        hasPresent: String(Boolean(present)),
        hasRecording: String(Boolean(recording)),
        hasTimecodes: String(Boolean(timecodes)),
        date: () => <time dateTime={date ?? ''}>{date}</time>,
      })}
    </dd>
  )
}
