import { useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import { credibilityWords, shownPlace } from '#components/sourcing/words.ts'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { When } from '#components/ui/when.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { sourceTrouble } from '#lib/domain/sourcing/link-health.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { termsTrouble } from '#lib/domain/sourcing/terms.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { PassageInCopy } from './passage-in-copy.tsx'

interface EvidencePanelProps {
  readonly status: SentenceStatus | null
  readonly findSource: FindSource
  readonly ref?: Ref<HTMLElement>
}

/** What is cited for the sentence: each passage as the source has it, beside the words that rest on it. */
export function EvidencePanel({ status, findSource, ref }: EvidencePanelProps) {
  const t = useTranslations('review.evidence')
  const citations = status?.annotations.flatMap((annotation) => annotation.citations) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="evid" ref={ref} aria-label={t('title')} tabIndex={0}>
      {status && !citations.length && <NothingCited status={status} />}
      <ol>
        {citations.map((citation, index) => (
          <li key={citation.id}>
            <Evidence
              citation={citation}
              source={findSource(citation.sourceId)}
              number={index + 1}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function NothingCited({ status }: { readonly status: SentenceStatus }) {
  const t = useTranslations('review.evidence')
  const reason = status.annotations.map(({ note }) => note.trim()).find(Boolean)
  const owes = status.evidence !== 'exempt'
  const why = reason ? t('owesNoneFor', { reason }) : t('owesNone')
  return (
    <div className="evid-none">
      <h2>{owes ? t('noSource') : t('nothingToLookUp')}</h2>
      <p className="muted">{owes ? t('askForSource') : why}</p>
    </div>
  )
}

interface EvidenceProps {
  readonly citation: Citation
  /** Undefined: the registry does not know it. */
  readonly source: Source | undefined
  readonly number: number
}

function Evidence({ citation, source, number }: EvidenceProps) {
  const t = useTranslations('review')
  const words = useTranslations('evidence')
  const { relation, quote, locator } = citation
  return (
    <article>
      <div className="headrow">
        <span className="srcn">{t.rich('evidence.number', { number, more: hidden })}</span>
        <h2 dir="auto">{source?.title ?? t('unknownSource')}</h2>
        <span className={`rel rel-${relation}`}>{words(`relation.${relation}`)}</span>
        <span className="grow" />
        {source && <OpenSource source={source} />}
      </div>
      {source && (
        <p className="muted small">
          <KindOf source={source} />
        </p>
      )}
      <Warnings source={source} citation={citation} />
      <figure className="leaf">
        {quote.trim() ? (
          <blockquote dir="auto">{quote}</blockquote>
        ) : (
          <p className="leaf-none">{t('evidence.noPassage')}</p>
        )}
        <figcaption>
          {locator ? <bdi>{shownPlace(words, locator)}</bdi> : t('evidence.noPlace')}
        </figcaption>
      </figure>
      {source && quote.trim() && !source.confidential && (
        <PassageInCopy key={quote} source={source} quote={quote} />
      )}
      <Judgement citation={citation} source={source} />
    </article>
  )
}

function KindOf({ source: { kind, description } }: { readonly source: Source }) {
  const t = useTranslations('review.evidence')
  const words = useTranslations('sourceTerms.kind')
  return description ? t('kindAndDescription', { kind: words(kind), description }) : words(kind)
}

function OpenSource({ source }: { readonly source: Source }) {
  const t = useTranslations('review.evidence')
  const href = source.url && safeHref(source.url)
  if (!href) return null
  return (
    <a
      className="btn quiet icon sm"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('open', { title: source.title })}
    >
      <Icon name="open" />
    </a>
  )
}

/** What keeps it from being published, said where it is judged. */
function Warnings({ source, citation }: Pick<EvidenceProps, 'source' | 'citation'>) {
  const t = useTranslations('review.evidence')
  if (!source) return <Warning>{t('notRegistered')}</Warning>
  const { retiredAt, terms } = source
  const trouble = sourceTrouble(citation, () => source)
  const forbidden = termsTrouble(source)
  return (
    <>
      {trouble && <Warning>{t(`trouble.${trouble}`)}</Warning>}
      {retiredAt && (
        <Warning>{t.rich('withdrawn', { when: () => <When at={retiredAt} /> })}</Warning>
      )}
      {forbidden && <Warning>{forbidden}</Warning>}
      {terms === 'background' && !forbidden && <p className="muted small">{t('onBackground')}</p>}
    </>
  )
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p className="err">
      <Icon name="warn" />
      <span>{children}</span>
    </p>
  )
}

function Judgement({
  citation: { credibility },
  source,
}: Pick<EvidenceProps, 'citation' | 'source'>) {
  const t = useTranslations('review.evidence')
  const words = useTranslations('evidence')
  return (
    <p className="ef">
      {source && <span>{t(`reliability.${source.reliability}`)}</span>}
      {credibility !== null && (
        <span>{t('credibility', { credibility: credibilityWords(words, credibility) })}</span>
      )}
      {source && source.publicName !== source.title && (
        <span>
          {t.rich('readersSee', {
            name: source.wording || source.publicName,
            bdi: (name) => <bdi>{name}</bdi>,
          })}
        </span>
      )}
    </p>
  )
}
