import Link from 'next/link'
import { stateLabel } from '#components/publication/moves.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { CoverageBar } from '#components/ui/coverage-bar.tsx'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useTimeWords } from '#components/ui/time-words.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { DeskLine } from './entry.ts'
import { problemsOf } from './problems.ts'
import { RowMoves } from './row-moves.tsx'
import { turnWords } from './waiting.ts'

interface DeskRowProps {
  readonly line: DeskLine
  readonly meId: string
  readonly now: Date
  /** Some row can be moved from here: there is a column for it. */
  readonly hasMoves: boolean
}

export function DeskRow({ line, meId, now, hasMoves }: DeskRowProps) {
  const time = useTimeWords()
  const { coverage, present, changedAt } = line
  return (
    <tr>
      <td>
        <TitleCell line={line} now={now} />
      </td>
      <td className="st">
        <span>{stateLabel(line.state, line.change)}</span>
        <Clearance line={line} now={now} />
      </td>
      <td className="cv">
        {coverage ? (
          <CoverageBar coverage={coverage} />
        ) : (
          <span className="err">
            <Icon name="warn" />
            This article cannot be read just now
          </span>
        )}
      </td>
      <td className="who">
        {present.length > 0 && (
          <span className="avas">
            <span className="vh">Here now: </span>
            {present.map((person) => (
              <Avatar key={person.id} person={person} you={person.id === meId} />
            ))}
          </span>
        )}
      </td>
      <td className="due">{line.deadline && <Deadline at={line.deadline} now={now} />}</td>
      <td className="when muted">
        <time dateTime={changedAt} title={time.full(changedAt)}>
          {time.ago(changedAt, now)}
        </time>
      </td>
      {hasMoves && (
        <td className="acts">
          {(line.may.archive || line.may.takeBack) && <RowMoves {...movable(line)} />}
        </td>
      )}
    </tr>
  )
}

/** What crosses to the browser for a row. */
const movable = ({ id, title, state, archived, version, may }: DeskLine) => ({
  ...{ id, title, state, archived, version, may },
})

type RowProps = Pick<DeskRowProps, 'line' | 'now'>

function TitleCell({ line, now }: RowProps) {
  const time = useTimeWords()
  const problems = problemsOf(line)
  const turns = turnWords(line.turns)
  return (
    <>
      <Link className="t" href={`/articles/${line.id}`}>
        <bdi>{line.title || 'Nothing written yet'}</bdi>
      </Link>
      <div className="sub">
        <span>/{line.slug}</span>
        {line.restricted && (
          <span>
            <Icon name="lock" /> Restricted
          </span>
        )}
      </div>
      {line.archived && (
        <div className="why">
          <span>
            Archived by <bdi>{line.archived.personName}</bdi>{' '}
            <time dateTime={line.archived.at} title={time.full(line.archived.at)}>
              {time.ago(line.archived.at, now)}
            </time>
            {line.archived.note && (
              <>
                : <q dir="auto">{line.archived.note}</q>
              </>
            )}
          </span>
        </div>
      )}
      {line.mentions > 0 && (
        <div className="why">
          <span className="unread-dot" aria-hidden="true" />
          {line.mentions === 1
            ? 'You are mentioned in a comment'
            : `You are mentioned in ${line.mentions} comments`}
        </div>
      )}
      {turns && (
        <div className="why">
          <span className="unread-dot" aria-hidden="true" />
          {turns}
        </div>
      )}
      {problems && (
        <div className="why">
          <span className={`ink-${GLYPH_OF[problems.worst]}`}>
            <Glyph name={GLYPH_OF[problems.worst]} />
          </span>
          {problems.words}
        </div>
      )}
    </>
  )
}

function Deadline({ at, now }: { at: string; now: Date }) {
  const time = useTimeWords()
  const { words, isOver } = time.due(at, now)
  return (
    <time
      dateTime={at}
      title={`Deadline: ${time.full(at)}`}
      className={isOver ? 'over' : undefined}
    >
      <span className="due-label">Deadline </span>
      {words}
    </time>
  )
}

const CLEARING: readonly State[] = ['inReview', 'checked', 'legalRead', 'ready']

/** How far an article in review is from publication, or what became of the time that was set. */
function Clearance({ line: { state, coverage, blockers, schedule }, now }: RowProps) {
  const time = useTimeWords()
  if (schedule?.failure) return <div className="small err">Not published at the time set</div>
  if (schedule) {
    return (
      <div className="small muted num">
        <time dateTime={schedule.at} title={time.full(schedule.at)}>
          {time.due(schedule.at, now).words}
        </time>
      </div>
    )
  }
  if (!CLEARING.includes(state) || !coverage) return null
  const words = blockers === 0 ? 'Ready to publish' : `${blockers} to clear`
  return <div className="small muted num">{words}</div>
}
