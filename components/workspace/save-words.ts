import type { Words } from '#components/ui/words.ts'
import {
  type Hold,
  onlyHere,
  type SaveState,
  type Unsaved,
} from '#lib/collab/browser/save-state.ts'

type T = Words<'saving'>

/** How saving stands, for the status bar. "Saved" means committed, and so does "kept". */
export function saveWords(t: T, state: SaveState): string {
  switch (state.kind) {
    case 'offline':
      return offlineWords(t, state)
    case 'notSaved':
      return notSavedWords(t, state)
    case 'held':
      return state.changes ? notSavedWords(t, state) : t('notConnected')
    case 'refused':
      return t('refused', { reason: t(`refusal.${state.why}`) })
    default:
      return t(state.kind)
  }
}

function offlineWords(t: T, unsaved: Unsaved): string {
  const alone = onlyHere(unsaved)
  if (alone) return t('offlineHere', { count: alone })
  return unsaved.kept ? t('offlineKept', { count: unsaved.kept }) : t('offline')
}

function notSavedWords(t: T, unsaved: Unsaved): string {
  if (onlyHere(unsaved)) return t('notSavedHere')
  return unsaved.kept ? t('notSavedKept', { count: unsaved.kept }) : t('notSaved')
}

/** Why it is not let in just now. */
export function holdWords(t: T, why: Hold): string {
  return why.kind === 'damaged' ? why.reason : t(`crowding.${why.kind}`)
}

/** Where that is which was written last, in a sentence. What is on its way to the device is not spoken of. */
export function whereabouts(t: T, unsaved: Unsaved): string {
  if (!unsaved.changes) return t('allSaved')
  const alone = onlyHere(unsaved)
  if (alone) return t('onlyHere', { count: alone })
  return unsaved.kept ? t('keptHere', { count: unsaved.kept }) : ''
}
