'use client'
import { When } from '#components/ui/when.tsx'
import type { ListedCapture } from '#lib/domain/sourcing/capture.ts'
import { sizeWords, typeWords } from './capture-words.ts'

interface CaptureListProps {
  readonly captures: readonly ListedCapture[]
  readonly chosen: ListedCapture | null
  readonly onChoose: (id: string) => void
}

/** Every capture of a source, newest first: one of them is open beside the list. */
export function CaptureList({ captures, chosen, onChoose }: CaptureListProps) {
  return (
    <ol className="captures">
      {captures.map((capture) => (
        <li key={capture.id}>
          <button
            type="button"
            className="capture"
            aria-current={capture.id === chosen?.id ? 'true' : undefined}
            onClick={() => onChoose(capture.id)}
          >
            <b>
              <When at={capture.at} />
            </b>
            <span className="muted small">
              {typeWords(capture)}, {sizeWords(capture.size)}
            </span>
            <span className="muted small">{takenBy(capture)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function takenBy({ kind, personName, fileName }: ListedCapture) {
  if (kind === 'uploaded')
    return (
      <>
        <bdi>{fileName || 'A file'}</bdi> from <bdi>{personName}</bdi>
      </>
    )
  return personName ? (
    <>
      Fetched by <bdi>{personName}</bdi>
    </>
  ) : (
    'Fetched when a passage was lost'
  )
}

/** What proves a capture: where it came from, and the hashes that everybody can compute anew. */
export function CaptureFacts({ capture }: { readonly capture: ListedCapture }) {
  const { title, authors, publisher, date, finalUrl, status, rawHash, sourceId, id } = capture
  const facts: readonly (readonly [string, string])[] = [
    ['Title', title],
    ['By', authors.join(', ')],
    ['Publisher', publisher],
    ['Date', date],
    ['Answered from', finalUrl],
    ['Status', status === null ? '' : String(status)],
    ['SHA-256', rawHash],
  ]
  return (
    <div className="capture-facts">
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
      <a className="btn sm" href={`/api/v1/sources/${sourceId}/captures/${id}/raw`} download>
        Save the file
      </a>
    </div>
  )
}
