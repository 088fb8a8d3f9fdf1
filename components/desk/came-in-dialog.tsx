import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { useRow } from '#components/ui/use-row.ts'
import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import { leftOut, takenIn } from './came-in-words.ts'

/** What a document brought, and what it did not: said once, before its article opens. */
export function CameInDialog({ report, onOpen }: { report: CameIn; onOpen: () => void }) {
  const t = useTranslations('newArticle')
  const row = useRow()
  const left = leftOut(t, report)
  return (
    <Dialog
      title={t('whatCameIn')}
      isOpen
      onClose={onOpen}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn primary" onClick={onOpen}>
            {t('openArticle')}
          </button>
        </>
      }
    >
      <ul className="came">
        {takenIn(t, row, report).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {report.sourcesMade > 0 && <p className="muted small">{t('lookAtSources')}</p>}
      {left.length > 0 && (
        <section>
          <h3>{t('whatDidNot')}</h3>
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
