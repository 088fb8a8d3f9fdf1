'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import type { ListedCapture } from '#lib/domain/sourcing/capture.ts'
import { pageHeading } from './capture-words.ts'
import { usePages } from './use-pages.ts'

/** A stretch of the text, its pages joined by a character each. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

interface CaptureTextProps {
  readonly capture: ListedCapture
  /** What is marked in it, and shown first; null: nothing. */
  readonly marked: Stretch | null
}

/** The text of a capture, as it is looked through. It is a stranger's: shown as text, and as nothing else. */
export function CaptureText({ capture, marked }: CaptureTextProps) {
  const t = useTranslations('sourcePage')
  const ui = useTranslations('ui')
  const { pages, retry } = usePages(capture)
  if (!capture.textHash) return <p className="muted">{t(withoutText(capture))}</p>
  if (pages === 'loading') {
    return (
      <p className="muted" role="status">
        {t('opening')}
      </p>
    )
  }
  if (pages === 'failed') {
    return (
      <Notice tone="bad">
        {t('noText')}{' '}
        <button type="button" className="btn sm" onClick={retry}>
          {ui('tryAgain')}
        </button>
      </Notice>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="captured-text" aria-label={t('text')} tabIndex={0}>
      {pages.map((page, at) => (
        <CapturedPage
          // biome-ignore lint/suspicious/noArrayIndexKey: pages never change their places
          key={at}
          heading={pageHeading(t, capture, at)}
          text={page}
          marked={marked && onPage(pages, at, marked)}
        />
      ))}
    </section>
  )
}

/** The part of a stretch that is on this page; null: none. */
function onPage(pages: readonly string[], at: number, { from, to }: Stretch): Stretch | null {
  const start = pages.slice(0, at).reduce((sum, page) => sum + page.length + 1, 0)
  const length = pages[at]?.length ?? 0
  const [first, last] = [Math.max(0, from - start), Math.min(length, to - start)]
  return first < last ? { from: first, to: last } : null
}

interface CapturedPageProps {
  readonly heading: string
  readonly text: string
  readonly marked: Stretch | null
}

/** What stands before and behind it stays to be seen. */
const show = (mark: HTMLElement | null) => mark?.scrollIntoView({ block: 'center' })

function CapturedPage({ heading, text, marked }: CapturedPageProps) {
  const t = useTranslations('sourcePage')
  return (
    <article>
      {heading && <h3>{heading}</h3>}
      <div className="serif captured-page" dir="auto">
        {marked && (
          <>
            {text.slice(0, marked.from)}
            <mark ref={show}>{text.slice(marked.from, marked.to)}</mark>
            {text.slice(marked.to)}
          </>
        )}
        {marked ? null : text || <span className="muted">{t('emptyPage')}</span>}
      </div>
    </article>
  )
}

function withoutText({ mediaType }: ListedCapture) {
  if (mediaType.startsWith('image/')) return 'picture'
  return mediaType.startsWith('audio/') ? 'recording' : 'scan'
}
