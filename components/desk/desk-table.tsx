import { DeskRow } from './desk-row.tsx'
import type { DeskLine } from './entry.ts'

export interface Group {
  readonly name: string
  readonly lines: readonly DeskLine[]
}

/** The list; groups without a line are left out, and a single group needs no head. */
export function DeskTable({
  groups,
  meId,
  now,
}: {
  groups: readonly Group[]
  meId: string
  now: Date
}) {
  const shown = groups.filter(({ lines }) => lines.length)
  const hasMoves = shown.some(({ lines }) => lines.some(({ may }) => may.archive || may.takeBack))
  return (
    <table className="desk" id="list">
      <caption className="vh">Articles</caption>
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col">State</th>
          <th scope="col" className="cv">
            Coverage
          </th>
          <th scope="col">Here now</th>
          <th scope="col">Deadline</th>
          <th scope="col">Changed</th>
          {hasMoves && (
            <th scope="col">
              <span className="vh">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      {shown.map(({ name, lines }) => (
        <tbody key={name}>
          {shown.length > 1 && (
            <tr className="grp">
              <th colSpan={hasMoves ? 7 : 6} scope="rowgroup">
                {name} <span className="muted num">{lines.length}</span>
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <DeskRow key={line.id} {...{ line, meId, now, hasMoves }} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
