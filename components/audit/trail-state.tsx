import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'

export interface TrailStateProps {
  readonly rows: number
  readonly heads: number
  readonly signedRow: number
  readonly signedAt: string | null
  readonly fault: string | null
  /** The file that signed heads are written to, besides the database. */
  readonly headsFile: string
}

/** Whether the trail is as it was written, and where what proves it stands. */
export function TrailState(props: TrailStateProps) {
  const { rows, heads, signedRow, signedAt, fault, headsFile } = props
  const count = rows.toLocaleString('en')
  return (
    <div className="trail-state">
      {fault === null ? (
        <Notice tone="good">
          <b>Checked {count} rows: the trail is whole.</b>
        </Notice>
      ) : (
        <Notice tone="bad">
          <b>The trail is not as it was written. {fault}.</b> Keep a copy of the database as it is,
          and of the file of signed heads.
        </Notice>
      )}
      <p className="small muted">
        {signedAt === null ? (
          'No head has been signed yet.'
        ) : (
          <>
            {heads.toLocaleString('en')} signed {heads === 1 ? 'head' : 'heads'}, the last at row{' '}
            {signedRow.toLocaleString('en')}, <When at={signedAt} />.
          </>
        )}{' '}
        They stand in the database and in <code>{headsFile}</code>. Whoever holds both could still
        cut off younger rows: keep that file on another machine.
      </p>
    </div>
  )
}
