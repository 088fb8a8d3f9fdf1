import { Notice } from '#components/ui/notice.tsx'
import type { FigureDesk } from './figure-desk.ts'

/** What becomes of the picture that is on its way; nothing when none is. */
export function UploadNote({ desk: { upload, retry } }: { readonly desk: FigureDesk }) {
  if (!upload) return null
  if (upload.kind === 'sending') {
    const percent = Math.round(upload.part * 100)
    return (
      <div className="upload">
        <progress aria-label="Sending the picture" max={100} value={percent} />
        <span className="muted small num">
          {percent < 100 ? `Sending, ${percent} %` : 'Sent: it is being read'}
        </span>
      </div>
    )
  }
  return (
    <Notice tone={upload.kind === 'failed' ? 'bad' : 'plain'}>
      <p>
        {upload.kind === 'failed'
          ? upload.message
          : 'No connection. The picture is kept in this tab, and sent when the server is reached again. Leave the tab open.'}
      </p>
      <button type="button" className="btn sm" onClick={retry}>
        Try again
      </button>
    </Notice>
  )
}
