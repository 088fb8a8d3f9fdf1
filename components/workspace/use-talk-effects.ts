import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { PanelTab } from '#components/threads/panel-tabs.tsx'
import { announce } from '#components/ui/announce.ts'
import { type ListedThread, unreadIn } from '#lib/domain/talk/thread.ts'
import type { Place } from '#lib/editor/places.ts'

type Listed = readonly ListedThread[] | null

/** The thread whose words the caret is in becomes the current one, the narrowest of several. */
export function useFollowCaret(
  spot: Place,
  listed: Listed,
  tab: PanelTab,
  current: string | null,
  setCurrent: (id: string | null) => void,
) {
  const latest = useRef({ listed, tab, current })
  latest.current = { listed, tab, current }
  useEffect(() => {
    const now = latest.current
    const here = (now.listed ?? []).filter((each) => isIn(each, spot))
    if (here.some(({ thread }) => thread.id === now.current)) return
    const [narrowest] = here.filter(({ thread }) => !thread.resolved).sort(byWidth)
    if (narrowest) setCurrent(narrowest.thread.id)
    // Nobody is reading it: then its words are no longer filled.
    else if (now.tab !== 'comments') setCurrent(null)
  }, [spot, setCurrent])
}

const isIn = ({ place }: ListedThread, { block, offset }: Place) =>
  place?.blockIndex === block && place.from < offset && offset <= place.to

const width = ({ place }: ListedThread) => (place ? place.to - place.from : 0)
const byWidth = (a: ListedThread, b: ListedThread) => width(a) - width(b)

/** What is open in front of somebody is read, up to the last message that is shown. */
export function useReading(
  listed: Listed,
  open: string | null,
  read: (id: string, messageId: string) => Promise<unknown>,
) {
  const told = useRef('')
  const shown = listed?.find(({ thread }) => thread.id === open)
  const last = shown?.unread ? shown.thread.messages.at(-1)?.id : undefined
  useEffect(() => {
    if (!open || !last || told.current === last) return
    const tell = () => {
      if (document.visibilityState !== 'visible' || told.current === last) return
      told.current = last
      void read(open, last)
    }
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [open, last, read])
}

/** Says who has said something, once, when it arrives. */
export function useNews(listed: Listed, meId: string) {
  const t = useTranslations('workspace')
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!listed) return
    const unread = listed.flatMap(({ thread }) => unreadIn(thread, meId))
    const before = known.current
    known.current = new Set(unread.map(({ id }) => id))
    const news = before && unread.filter(({ id }) => !before.has(id)).at(-1)
    if (!news) return
    const isForMe = news.mentions.includes(meId)
    const name = news.personName
    announce(isForMe ? t('mentionsYou', { name }) : t('newComment', { name }))
  }, [listed, meId, t])
}
