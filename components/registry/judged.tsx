import { When } from '#components/ui/when.tsx'
import type { Interview, Reliability, Source } from '#lib/domain/sourcing/source.ts'
import { MEDIUM_WORDS, RELIABILITY_WORDS } from './words.ts'

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
  const { reliabilityReason, reliabilityAt, origin, interviews = [] } = source
  if (!reliabilityReason && !reliabilityAt && !origin && !interviews.length && !judgements.length)
    return null
  return (
    <section aria-labelledby="judged">
      <h2 id="judged">How far it carries</h2>
      <dl className="facts">
        {(reliabilityReason || reliabilityAt) && (
          <>
            <dt>Reliability</dt>
            <dd>
              {reliabilityReason && <bdi>{reliabilityReason} </bdi>}
              {reliabilityAt && (
                <span className="muted">
                  judged <When at={reliabilityAt} />
                </span>
              )}
            </dd>
          </>
        )}
        {origin && (
          <>
            <dt>Repeats</dt>
            <dd>
              <bdi>{origin}</bdi> <span className="muted">counts with it as one voice</span>
            </dd>
          </>
        )}
        {interviews.length > 0 && (
          <>
            <dt>{interviews.length > 1 ? 'Interviews' : 'Interview'}</dt>
            {interviews.map((interview, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: interviews have no names, and no state here
              <InterviewLines key={at} interview={interview} />
            ))}
          </>
        )}
      </dl>
      {judgements.length > 0 && (
        <details className="openings">
          <summary>Judged before</summary>
          <ol>
            {judgements.map(({ reliability, reason, until, personName }) => (
              <li key={until}>
                {reliability}, {RELIABILITY_WORDS[reliability].toLowerCase()}
                {reason && (
                  <>
                    : <bdi>{reason}</bdi>
                  </>
                )}
                ; changed by <bdi>{personName}</bdi>, <When at={until} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function InterviewLines({ interview }: { readonly interview: Interview }) {
  const { date, medium, present, recording, timecodes } = interview
  return (
    <dd>
      {MEDIUM_WORDS[medium]}
      {date && (
        <>
          , <time dateTime={date}>{date}</time>
        </>
      )}
      {present && (
        <>
          , with <bdi>{present}</bdi>
        </>
      )}
      {recording && (
        <>
          . Recording: <bdi>{recording}</bdi>
        </>
      )}
      {timecodes && (
        <>
          {' '}
          (<bdi>{timecodes}</bdi>)
        </>
      )}
    </dd>
  )
}
