import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/ui/time-words.ts'
import { NewArticle } from './new-article.tsx'
import { waitingWords } from './waiting.ts'

/** What waits, said first. `waiting` null: this is a search. */
export function DeskHead({
  name,
  waiting,
  mayWrite,
  now,
}: {
  name: string
  waiting: number | null
  mayWrite: boolean
  now: Date
}) {
  const t = useTranslations('desk')
  const time = useTimeWords()
  return (
    <div className="hello">
      <div>
        <h1>{waiting === null ? t('found') : waitingWords(t, waiting, name)}</h1>
        <p>{time.dayOfWeek(now, now)}</p>
      </div>
      {mayWrite && (
        <div className="tools">
          <NewArticle />
        </div>
      )}
    </div>
  )
}
