'use client'
import { useTranslations } from 'next-intl'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import { sourceTrouble } from '#lib/domain/sourcing/link-health.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { CitationForm } from './citation-form.tsx'
import { PassageCheck } from './passage-check.tsx'
import { shownPlace } from './words.ts'

export interface CitationItemProps {
  readonly citation: Citation
  /** Undefined: the registry does not know it. */
  readonly source: Source | undefined
  readonly editable: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onChange: (citation: Citation) => void
  readonly onReplace: () => void
  readonly onRemove: () => void
}

/** One use of a source: what it says about the sentence, and where in the source. */
export function CitationItem(props: CitationItemProps) {
  const t = useTranslations('citing')
  const words = useTranslations('evidence')
  const { citation, source, editable, isOpen } = props
  const isGone = !source || source.retiredAt !== null
  return (
    <li className="citation" data-relation={citation.relation}>
      <div className="citation-head">
        {isGone && source ? (
          <s className="citation-name" dir="auto">
            {source.title}
          </s>
        ) : (
          <span className="citation-name" dir="auto">
            {source?.title ?? t('unknownSource')}
          </span>
        )}
        <span
          className={citation.relation === 'contradicts' ? 'small ink-disputed' : 'small muted'}
        >
          {words(`relation.${citation.relation}`)}
        </span>
      </div>
      {isGone && (
        <p className="err">
          <Icon name="warn" />
          {source ? t('withdrawn') : t('notRegistered')}
        </p>
      )}
      {source && <SourceNote source={source} citation={citation} />}
      {isOpen ? (
        <CitationForm
          citation={citation}
          source={source}
          onChange={props.onChange}
          onClose={props.onClose}
        />
      ) : (
        <Passage citation={citation} />
      )}
      {!isOpen && source && citation.quote && (
        <PassageCheck source={source} quote={citation.quote} onTake={null} />
      )}
      {editable && !isOpen && <Buttons {...props} isGone={isGone} />}
    </li>
  )
}

/** What is wrong with the page of the source, and the way to its captured copies. */
function SourceNote({
  source,
  citation,
}: {
  readonly source: Source
  readonly citation: Citation
}) {
  const t = useTranslations('citing')
  const trouble = sourceTrouble(citation, () => source)
  if (!trouble) return null
  return (
    <p className="err">
      <Icon name="warn" />
      <span>
        {t(`trouble.${trouble}`)}{' '}
        <a href={`/sources/${source.id}`} target="_blank" rel="noreferrer">
          {t.rich('lookAtCopy', { more: hidden })}
        </a>
      </span>
    </p>
  )
}

function Passage({ citation }: { readonly citation: Citation }) {
  const t = useTranslations('citing')
  const words = useTranslations('evidence')
  const { quote, locator } = citation
  if (!quote && !locator) return <p className="small muted">{t('noPassage')}</p>
  return (
    <>
      {quote && (
        <blockquote className="passage" dir="auto">
          {t('quoted', { text: quote })}
        </blockquote>
      )}
      {locator && (
        <p className="small muted">
          <bdi>{shownPlace(words, locator)}</bdi>
        </p>
      )}
    </>
  )
}

function Buttons(props: CitationItemProps & { readonly isGone: boolean }) {
  const { citation, source, isGone } = props
  const t = useTranslations('citing')
  const title = source?.title ?? t('anUnknownSource')
  const named = { title, more: hidden }
  return (
    <div className="row">
      {isGone ? (
        <button type="button" className="btn sm" onClick={props.onReplace}>
          {t.rich('replace', named)}
        </button>
      ) : (
        <button type="button" className="btn quiet sm" onClick={props.onOpen}>
          {citation.quote || citation.locator ? t.rich('edit', named) : t.rich('addPlace', named)}
        </button>
      )}
      <button type="button" className="btn quiet sm danger" onClick={props.onRemove}>
        {t.rich('remove', named)}
      </button>
    </div>
  )
}
