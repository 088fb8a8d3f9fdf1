'use client'
import { Notice } from '#components/ui/notice.tsx'
import type { ListedCapture } from '#lib/domain/sourcing/capture.ts'
import { pageHeading } from './capture-words.ts'
import { usePages } from './use-pages.ts'

/** The text of a capture, as it is looked through. It is a stranger's: shown as text, and as nothing else. */
export function CaptureText({ capture }: { readonly capture: ListedCapture }) {
  const { pages, retry } = usePages(capture)
  if (!capture.textHash) return <p className="muted">{withoutText(capture)}</p>
  if (pages === 'loading') {
    return (
      <p className="muted" role="status">
        Opening the text…
      </p>
    )
  }
  if (pages === 'failed') {
    return (
      <Notice tone="bad">
        The text did not come. Check the connection.{' '}
        <button type="button" className="btn sm" onClick={retry}>
          Try again
        </button>
      </Notice>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="captured-text" aria-label="Text of the capture" tabIndex={0}>
      {pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages never change their places
        <CapturedPage key={at} heading={pageHeading(capture, at)} text={page} />
      ))}
    </section>
  )
}

function CapturedPage({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <article>
      {heading && <h3>{heading}</h3>}
      <div className="serif captured-page" dir="auto">
        {text || <span className="muted">Nothing is written here.</span>}
      </div>
    </article>
  )
}

function withoutText({ mediaType }: ListedCapture): string {
  if (mediaType.startsWith('image/')) return 'A picture: open the file to look at it.'
  if (mediaType.startsWith('audio/')) return 'A recording: open the file to listen to it.'
  return 'There is no text in it that could be read: it may be a scan. Open the file to look at it.'
}
