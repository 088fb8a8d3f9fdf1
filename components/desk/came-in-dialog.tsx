import { Dialog } from '#components/ui/dialog.tsx'
import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { leftOut, takenIn } from './came-in-words.ts'

/** What a document brought, and what it did not: said once, before its article opens. */
export function CameInDialog({ report, onOpen }: { report: CameIn; onOpen: () => void }) {
  const left = leftOut(report)
  return (
    <Dialog
      title="What came in"
      isOpen
      onClose={onOpen}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn primary" onClick={onOpen}>
            Open the article
          </button>
        </>
      }
    >
      <ul className="came">
        {takenIn(report).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {report.sourcesMade > 0 && (
        <p className="muted small">
          New sources carry the words of their notes. Look at their names before you publish:
          readers see them.
        </p>
      )}
      {left.length > 0 && (
        <section>
          <h3>What did not</h3>
          <ul className="came">
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
