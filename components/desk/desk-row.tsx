import Link from 'next/link'
import { Avatar } from '#components/ui/avatar.tsx'
import { CoverageBar } from '#components/ui/coverage-bar.tsx'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { agoWords, fullTime } from '#components/ui/time-words.ts'
import { type DeskLine, STATE_WORDS } from './entry.ts'
import { problemsOf } from './problems.ts'
import { RowMoves } from './row-moves.tsx'

interface DeskRowProps {
  readonly line: DeskLine
  readonly meId: string
  readonly now: Date
  /** Some row can be moved from here: there is a column for it. */
  readonly hasMoves: boolean
}

export function DeskRow({ line, meId, now, hasMoves }: DeskRowProps) {
  const { coverage, present, changedAt } = line
  return (
    <tr>
      <td>
        <TitleCell line={line} now={now} />
      </td>
      <td className="st">
        <span>{STATE_WORDS[line.state]}</span>
        <Clearance line={line} />
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
      <td className="when muted">
        <time dateTime={changedAt} title={fullTime(changedAt)}>
          {agoWords(changedAt, now)}
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

function TitleCell({ line, now }: { line: DeskLine; now: Date }) {
  const problems = problemsOf(line)
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
            <time dateTime={line.archived.at} title={fullTime(line.archived.at)}>
              {agoWords(line.archived.at, now)}
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

/** How far an article in review is from publication. */
function Clearance({ line }: { line: DeskLine }) {
  if (line.state !== 'inReview' || !line.coverage) return null
  const words = line.blockers === 0 ? 'Ready to publish' : `${line.blockers} to clear`
  return <div className="small muted num">{words}</div>
}
