import Link from 'next/link'
import type { FoundUse } from '#lib/collab/browser/registry-api.ts'

/** The articles that cite a source, of those that this person may see. */
export function UsedIn({ uses }: { readonly uses: readonly FoundUse[] }) {
  return (
    <section aria-labelledby="used-in">
      <h2 id="used-in">
        Where it is used{' '}
        {uses.length > 0 && <span className="muted num">{articleWords(uses.length)}</span>}
      </h2>
      {uses.length ? (
        <UseList uses={uses} />
      ) : (
        <p className="muted">No article that you can open cites it.</p>
      )}
    </section>
  )
}

export function UseList({ uses }: { readonly uses: readonly FoundUse[] }) {
  return (
    <ul className="uses">
      {uses.map((use) => (
        <li key={use.articleId}>
          <Link href={`/articles/${use.articleId}`}>
            <bdi>{use.title || 'Untitled'}</bdi>
          </Link>{' '}
          <span className="muted small">{countWords(use)}</span>
          {use.sentences.slice(0, SHOWN).map(({ index, text }) => (
            <p key={index} className="use-sentence" dir="auto">
              {text}
            </p>
          ))}
          {use.sentences.length > SHOWN && (
            <p className="muted small">and {use.sentences.length - SHOWN} more</p>
          )}
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 3

function countWords({ sentences, figures }: FoundUse): string {
  const parts = [
    sentences.length && `${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'}`,
    figures && `${figures} ${figures === 1 ? 'figure' : 'figures'}`,
  ]
  return parts.filter(Boolean).join(', ')
}

export function articleWords(count: number): string {
  return `${count} ${count === 1 ? 'article' : 'articles'}`
}
