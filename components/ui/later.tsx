'use client'
import { useTranslations } from 'next-intl'
import { type ComponentType, useEffect, useState } from 'react'
import { Dialog } from './dialog.tsx'
import { Notice } from './notice.tsx'

/** What stands in the place of a part that is still on its way. */
export interface Waiting<Props> {
  readonly props: Props
  /** It could not be fetched. */
  readonly failed: boolean
  readonly onRetry: () => void
}

/** All parts of this page that are fetched later. */
const parts = new Set<() => Promise<void>>()

/**
 * A part of a page that is not needed to begin with: fetched when it is first shown, or beforehand by `fetchLaterParts`. While it
 * is on its way, and when it cannot be fetched, `Instead` stands there.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Instead: ComponentType<Waiting<Props>>,
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null
  const fetchPart = async () => {
    Part ??= await load()
  }
  parts.add(fetchPart)
  return function Later(props) {
    const [, setThere] = useState(false)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (Part || failed) return
      let isLeft = false
      fetchPart().then(
        () => !isLeft && setThere(true),
        () => !isLeft && setFailed(true),
      )
      return () => {
        isLeft = true
      }
    }, [failed])
    if (Part) return <Part {...props} />
    return <Instead props={props} failed={failed} onRetry={() => setFailed(false)} />
  }
}

/** Fetches what will be shown later while there is nothing else to do: without a connection it would be missing. */
export function useLaterParts(isQuiet: boolean): void {
  useEffect(() => {
    if (!isQuiet) return
    const fetchAll = () => {
      // What fails is fetched again when it is shown, and said then.
      for (const fetchPart of parts) fetchPart().catch(() => undefined)
    }
    // Safari has no such callback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchAll, 1000)
      return () => clearTimeout(timer)
    }
    const waiting = requestIdleCallback(fetchAll, { timeout: 3000 })
    return () => cancelIdleCallback(waiting)
  }, [isQuiet])
}

interface OpenedLater {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/**
 * A dialog that is fetched when it is first opened. Meanwhile a dialog without content keeps keys away from the text. `title`: a
 * hook that says it.
 */
export function laterDialog<Props extends OpenedLater>(
  title: string | (() => string),
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const useTitle = typeof title === 'string' ? () => title : title
  const Fetched = later<Props>(load, ({ props: { isOpen, onClose }, failed, onRetry }) => (
    <Dialog title={useTitle()} isOpen={isOpen} onClose={onClose}>
      <Fetching failed={failed} onRetry={onRetry} />
    </Dialog>
  ))
  return function LaterDialog(props) {
    // What was typed into it stays when it is closed.
    const [wasOpen, setWasOpen] = useState(false)
    if (props.isOpen && !wasOpen) setWasOpen(true)
    return wasOpen && <Fetched {...props} />
  }
}

/** That something is on its way; or that it did not come, and how to try again. */
export function Fetching({ failed, onRetry }: Omit<Waiting<unknown>, 'props'>) {
  const t = useTranslations('ui')
  if (!failed)
    return (
      <p className="muted" role="status">
        {t('moment')}
      </p>
    )
  return (
    <Notice tone="bad">
      {t('partNotFetched')}{' '}
      <button type="button" className="btn sm" onClick={onRetry}>
        {t('tryAgain')}
      </button>
    </Notice>
  )
}
