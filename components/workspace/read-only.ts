import type { ArticleModel } from './model.ts'

/** Why the text cannot be changed here; null when it can, or when that is said elsewhere. */
export function readOnlyWords({ view, facts }: Pick<ArticleModel, 'view' | 'facts'>) {
  if (!view.loaded || !view.readOnly) return null
  if (view.suggests) return SUGGESTS
  switch (view.save.kind) {
    case 'held':
    case 'refused':
    case 'signedOut':
    case 'gone':
    case 'outdated':
      return null
    case 'connecting':
    case 'saved':
    case 'saving':
    case 'offline':
    case 'notSaved':
      return wordsOf(facts)
    default:
      return view.save satisfies never
  }
}

const SUGGESTS =
  'What you write here is a suggestion: whoever may write accepts or rejects it. Its writer or an editor can assign you.'

function wordsOf({ state, rights }: ArticleModel['facts']): string | null {
  // By whom and why stands above the article.
  if (state === 'archived') return null
  if (state === 'retracted') return 'This article is retracted: its text stands as it is.'
  if (!rights.write)
    return 'You may read this article, not change it. Its writer or an editor can assign you.'
  return 'This article cannot be changed now.'
}
