import { useTranslations } from 'next-intl'
import type { Words } from '#components/ui/words.ts'
import type { SaveState } from '#lib/collab/browser/save-state.ts'
import { holdWords, saveWords, whereabouts } from './save-words.ts'

/** What a person has to know, and can do, when saving does not go by itself. */
export function SaveTrouble({ save }: { readonly save: SaveState }) {
  const t = useTranslations('saving')
  const workspace = useTranslations('workspace')
  const trouble = troubleOf(t, workspace, save)
  if (!trouble) return null
  return (
    <div className="trouble" role="alert">
      <p>{trouble.words.trim()}</p>
      <a className="btn sm" href={trouble.href}>
        {trouble.link}
      </a>
    </div>
  )
}

function troubleOf(t: Words<'saving'>, workspace: Words<'workspace'>, save: SaveState) {
  const here = typeof location === 'undefined' ? '/' : location.pathname
  switch (save.kind) {
    case 'refused':
      return { words: saveWords(t, save), href: here, link: t('reload') }
    case 'held':
      return { words: holdWords(t, save.why), href: '/', link: workspace('backToDesk') }
    case 'outdated':
      return {
        words: t('newerRuns', { whereabouts: whereabouts(t, save) }),
        href: here,
        link: t('reload'),
      }
    case 'signedOut':
      return {
        words: t('youAreSignedOut', { whereabouts: whereabouts(t, save) }),
        href: `/sign-in?next=${encodeURIComponent(here)}`,
        link: t('signIn'),
      }
    case 'gone':
      return { words: t('mayNotSee'), href: '/', link: workspace('backToDesk') }
    case 'connecting':
    case 'saved':
    case 'saving':
    case 'offline':
    case 'notSaved':
      return null
    default:
      return save satisfies never
  }
}
