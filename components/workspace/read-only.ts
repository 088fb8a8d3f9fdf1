import type { Words } from '#components/ui/words.ts'
import type { ArticleModel } from './model.ts'

/** Why the text cannot be changed here; null when it can, or when that is said elsewhere. */
export function readOnlyWords(
  t: Words<'workspace'>,
  { view, facts }: Pick<ArticleModel, 'view' | 'facts'>,
) {
  if (!view.loaded || !view.readOnly) return null
  if (view.suggests) return t('suggestOnly')
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
      return wordsOf(t, facts)
    default:
      return view.save satisfies never
  }
}

function wordsOf(t: Words<'workspace'>, { state, rights }: ArticleModel['facts']): string | null {
  // By whom and why stands above the article.
  if (state === 'archived') return null
  if (state === 'retracted') return t('retracted')
  return rights.write ? t('cannotChange') : t('readOnly')
}
