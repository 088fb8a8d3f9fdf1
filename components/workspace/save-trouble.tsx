import { useTranslations } from 'next-intl'
import type { Words } from '#components/ui/words.ts'
import { type SaveState, whereabouts } from '#lib/collab/browser/save-state.ts'

/** What a person has to know, and can do, when saving does not go by itself. */
export function SaveTrouble({ save }: { readonly save: SaveState }) {
  const t = useTranslations('workspace')
  const trouble = troubleOf(t, save)
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

function troubleOf(t: Words<'workspace'>, save: SaveState) {
  const here = typeof location === 'undefined' ? '/' : location.pathname
  switch (save.kind) {
    case 'refused':
      return { words: t('notSaved', { reason: save.reason }), href: here, link: t('reload') }
    case 'held':
      return { words: save.reason, href: '/', link: t('backToDesk') }
    case 'outdated':
      return {
        words: t('newerRuns', { whereabouts: whereabouts(save) }),
        href: here,
        link: t('reload'),
      }
    case 'signedOut':
      return {
        words: t('signedOut', { whereabouts: whereabouts(save) }),
        href: `/sign-in?next=${encodeURIComponent(here)}`,
        link: t('signIn'),
      }
    case 'gone':
      return { words: t('mayNotSee'), href: '/', link: t('backToDesk') }
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
