'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { When } from '#components/ui/when.tsx'
import type { ListedCapture } from '#lib/domain/sourcing/capture.ts'
import type { Messages } from '#lib/messages/messages.ts'
import { sizeWords, typeWords } from './capture-words.ts'

interface CaptureListProps {
  readonly captures: readonly ListedCapture[]
  readonly chosen: ListedCapture | null
  readonly onChoose: (id: string) => void
}

/** Every capture of a source, newest first: one of them is open beside the list. */
export function CaptureList({ captures, chosen, onChoose }: CaptureListProps) {
  const t = useTranslations('sourcePage')
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
              {t('typeAndSize', { type: typeWords(t, capture), size: sizeWords(t, capture.size) })}
            </span>
            <span className="muted small">
              <TakenBy capture={capture} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function TakenBy({ capture }: { readonly capture: ListedCapture }) {
  const t = useTranslations('sourcePage')
  const { kind, personName, fileName } = capture
  const bdi = (words: ReactNode) => <bdi>{words}</bdi>
  if (kind === 'uploaded')
    return t.rich('uploaded', { file: fileName || t('aFile'), name: personName ?? '', bdi })
  return personName ? t.rich('fetchedBy', { name: personName, bdi }) : t('fetchedAlone')
}

type FactName = keyof Messages['sourcePage']['fact']

/** What proves a capture: where it came from, and the hashes that everybody can compute anew. */
export function CaptureFacts({ capture }: { readonly capture: ListedCapture }) {
  const t = useTranslations('sourcePage')
  const { title, authors, publisher, date, finalUrl, status, rawHash, sourceId, id } = capture
  const facts: readonly (readonly [name: FactName, value: string])[] = [
    ['title', title],
    ['authors', authors.join(', ')],
    ['publisher', publisher],
    ['date', date],
    ['finalUrl', finalUrl],
    ['status', status === null ? '' : String(status)],
    ['rawHash', rawHash],
  ]
  return (
    <div className="capture-facts">
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
      <a className="btn sm" href={`/api/v1/sources/${sourceId}/captures/${id}/raw`} download>
        {t('saveFile')}
      </a>
    </div>
  )
}
