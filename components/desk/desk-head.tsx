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
  const today = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return (
    <div className="hello">
      <div>
        <h1>{waiting === null ? 'Found on the desk' : waitingWords(waiting, name)}</h1>
        <p>{now.toLocaleDateString('en-GB', today)}</p>
      </div>
      {mayWrite && (
        <div className="tools">
          <NewArticle />
        </div>
      )}
    </div>
  )
}
