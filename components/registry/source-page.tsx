'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ListedPerson } from '#components/ui/people-list.tsx'
import { useRow } from '#components/ui/use-row.ts'
import type { FoundDuplicate, FoundUses } from '#lib/collab/browser/registry-api.ts'
import type { Knowledge } from '#lib/collab/browser/vault-api.ts'
import type { ListedCapture } from '#lib/domain/sourcing/capture.ts'
import { partsOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import { linkState } from '#lib/domain/sourcing/link-state.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { CaptureFacts, CaptureList } from './capture-list.tsx'
import { CaptureText, type Stretch } from './capture-text.tsx'
import { IdentitySection } from './identity-section.tsx'
import { Judged, type Judgement } from './judged.tsx'
import { LinkLine } from './link-line.tsx'
import { SameSources, type ShownMerge } from './same-sources.tsx'
import { useCaptures } from './use-captures.ts'
import { UsedIn } from './used-in.tsx'
import { KIND_ICONS } from './words.ts'

interface SourcePageProps {
  readonly source: Source
  readonly captures: readonly ListedCapture[]
  readonly mayEdit: boolean
  readonly uses: FoundUses
  readonly merges: readonly ShownMerge[]
  /** Empty for whoever may not merge. */
  readonly duplicates: readonly FoundDuplicate[]
  readonly knowledge: Knowledge
  readonly people: readonly ListedPerson[]
  /** What was thought of its reliability before, the last first. */
  readonly judgements: readonly Judgement[]
  /** The capture that is open first, and what is marked in it. */
  readonly opened?: { readonly captureId: string; readonly marked: Stretch | null } | null
}

/** A source with what was captured of it: its copies, the health of its address, and the text to look things up in. */
export function SourcePage(props: SourcePageProps) {
  const t = useTranslations('sourcePage')
  const { source, captures, mayEdit, uses, merges, duplicates, judgements, opened } = props
  const [chosenId, setChosen] = useState<string | null>(opened?.captureId ?? null)
  const desk = useCaptures(source.id, setChosen)
  const chosen = captures.find(({ id }) => id === chosenId) ?? captures[0] ?? null
  const isPage = source.url !== null && /^https?:/i.test(source.url)
  return (
    <div className="page">
      <Head source={source} />
      <IdentitySection {...props} />
      <Judged source={source} judgements={judgements} />
      {desk.trouble && <Notice tone="bad">{desk.trouble}</Notice>}
      {isPage && (
        <Address
          source={source}
          mayEdit={mayEdit}
          hasCopy={captures.some(({ textHash }) => textHash)}
          desk={desk}
        />
      )}
      {mayEdit && <SameSources source={source} duplicates={duplicates} merges={merges} />}
      <UsedIn key={`${uses.total} ${uses.next}`} sourceId={source.id} first={uses} />
      <section aria-labelledby="captures">
        <div className="hello">
          <h2 id="captures">{t('captures')}</h2>
          {mayEdit && !source.confidential && <Tools isPage={isPage} desk={desk} />}
        </div>
        {chosen ? (
          <div className="capture-desk">
            <CaptureList captures={captures} chosen={chosen} onChoose={setChosen} />
            <div className="capture-open">
              <CaptureFacts capture={chosen} />
              <CaptureText
                key={chosen.id}
                capture={chosen}
                marked={chosen.id === opened?.captureId ? opened.marked : null}
              />
            </div>
          </div>
        ) : (
          <EmptyState
            title={t('noCaptures')}
            text={t(source.confidential ? 'locked' : emptyWords(isPage, mayEdit))}
          />
        )}
      </section>
    </div>
  )
}

type Captures = ReturnType<typeof useCaptures>

function Head({ source }: { readonly source: Source }) {
  const t = useTranslations('sourcePage')
  const { kind, title, publicName, description, retiredAt, retiredReason } = source
  return (
    <div className="source-head">
      <Link className="back" href="/sources">
        <Icon name="back" />
        {t('back')}
      </Link>
      <h1 dir="auto">{title}</h1>
      <p className="muted">
        <Icon name={KIND_ICONS[kind]} /> <InShort source={source} />
      </p>
      {(publicName !== title || description) && (
        <p className="muted">
          {t.rich('readersSee', {
            words: [publicName, description].filter(Boolean).join(', '),
            bdi,
          })}
        </p>
      )}
      <Published source={source} />
      {retiredAt && (
        <Notice>
          {retiredReason ? t.rich('withdrawnWhy', { reason: retiredReason, bdi }) : t('withdrawn')}
        </Notice>
      )}
    </div>
  )
}

const bdi = (words: ReactNode) => <bdi>{words}</bdi>

/** What kind it is, its terms, and how far it carries. */
function InShort({ source: { kind, terms, primacy, reliability } }: { readonly source: Source }) {
  const t = useTranslations('sourcePage')
  const words = useTranslations('sourceTerms')
  const row = useRow()
  const parts = [
    words(`kind.${kind}`),
    t(`terms.${terms}`),
    ...(primacy ? [t(`primacy.${primacy}`)] : []),
    t(`reliabilityOf.${reliability}`),
  ]
  return row(parts)
}

/** Its publication details, in a line. */
function Published({ source: { csl } }: { readonly source: Source }) {
  const t = useTranslations('sourcePage')
  if (!csl) return null
  const numbers = [csl.DOI && `DOI ${csl.DOI}`, csl.ISBN && `ISBN ${csl.ISBN}`].filter(Boolean)
  return (
    <p className="muted">
      {t.rich('published', { words: [...partsOfCsl(csl), ...numbers].join(', '), bdi })}
    </p>
  )
}

interface AddressProps {
  readonly source: Source
  readonly hasCopy: boolean
  readonly desk: Captures
}

function Address({ mayEdit, ...props }: AddressProps & { readonly mayEdit: boolean }) {
  const t = useTranslations('sourcePage')
  const { url, link } = props.source
  return (
    <section aria-labelledby="address">
      <h2 id="address">{t('address')}</h2>
      <p>
        <a className="captured-url" href={url ?? ''} rel="noreferrer noopener" target="_blank">
          {url}
          <span className="vh"> {t('newTab')}</span>
        </a>
      </p>
      <LinkLine link={link} />
      {mayEdit && <Standing {...props} />}
    </section>
  )
}

/** The way out of a page that is gone or has changed. */
function Standing({ source, hasCopy, desk }: AddressProps) {
  const t = useTranslations('sourcePage')
  const { link } = source
  const state = link ? linkState(link) : 'ok'
  if (!link || link.keptAt || (state !== 'dead' && state !== 'changed')) return null
  return (
    <Notice tone="bad">
      <p>{t(hasCopy ? 'readCopy' : 'noCopy')}</p>
      {hasCopy && (
        <button
          type="button"
          className="btn sm"
          aria-disabled={desk.doing !== null}
          onClick={desk.keep}
        >
          {t('copyStandsIn')}
        </button>
      )}
    </Notice>
  )
}

function Tools({ isPage, desk }: { isPage: boolean; desk: Captures }) {
  const t = useTranslations('sourcePage')
  const picker = useRef<HTMLInputElement>(null)
  const isBusy = desk.doing !== null
  return (
    <div className="tools">
      <button
        type="button"
        className="btn"
        aria-disabled={isBusy}
        onClick={() => picker.current?.click()}
      >
        <Icon name="file" />
        {t(desk.doing === 'upload' ? 'uploading' : 'upload')}
      </button>
      {isPage && (
        <button type="button" className="btn primary" aria-disabled={isBusy} onClick={desk.take}>
          <Icon name="archive" />
          {t(desk.doing === 'capture' ? 'capturing' : 'capture')}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('file')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // Emptied, so that the same file can be chosen again once it is mended.
          event.target.value = ''
          if (file) void desk.upload(file)
        }}
      />
    </div>
  )
}

function emptyWords(isPage: boolean, mayEdit: boolean) {
  if (!mayEdit) return 'nobodyKept'
  return isPage ? 'capturePage' : 'uploadOne'
}
