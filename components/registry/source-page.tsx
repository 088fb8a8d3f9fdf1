'use client'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ListedPerson } from '#components/ui/people-list.tsx'
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
import { KIND_ICONS, KIND_WORDS, PRIMACY_WORDS, RELIABILITY_WORDS, TERMS_WORDS } from './words.ts'

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
        <section aria-labelledby="address">
          <h2 id="address">Address</h2>
          <p>
            <a
              className="captured-url"
              href={source.url ?? ''}
              rel="noreferrer noopener"
              target="_blank"
            >
              {source.url}
              <span className="vh"> (opens in a new tab)</span>
            </a>
          </p>
          <LinkLine link={source.link} />
          {mayEdit && (
            <Standing
              source={source}
              hasCopy={captures.some(({ textHash }) => textHash)}
              desk={desk}
            />
          )}
        </section>
      )}
      {mayEdit && <SameSources source={source} duplicates={duplicates} merges={merges} />}
      <UsedIn key={`${uses.total} ${uses.next}`} sourceId={source.id} first={uses} />
      <section aria-labelledby="captures">
        <div className="hello">
          <h2 id="captures">Captures</h2>
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
            title="Nothing captured yet"
            text={source.confidential ? LOCKED_WORDS : emptyWords(isPage, mayEdit)}
          />
        )}
      </section>
    </div>
  )
}

type Captures = ReturnType<typeof useCaptures>

function Head({ source }: { readonly source: Source }) {
  const { kind, title, publicName, description, terms, reliability, retiredAt, retiredReason } =
    source
  return (
    <div className="source-head">
      <Link className="back" href="/sources">
        <Icon name="back" />
        Sources
      </Link>
      <h1 dir="auto">{title}</h1>
      <p className="muted">
        <Icon name={KIND_ICONS[kind]} /> {KIND_WORDS[kind]}, {TERMS_WORDS[terms].toLowerCase()},{' '}
        {source.primacy && `${PRIMACY_WORDS[source.primacy].toLowerCase()}, `}
        reliability {reliability}: {RELIABILITY_WORDS[reliability].toLowerCase()}
      </p>
      {(publicName !== title || description) && (
        <p className="muted">
          Readers see “<bdi>{[publicName, description].filter(Boolean).join(', ')}</bdi>”
        </p>
      )}
      <Published source={source} />
      {retiredAt && (
        <Notice>
          Withdrawn: it supports nothing any more.
          {retiredReason && (
            <>
              {' '}
              Why: <bdi>{retiredReason}</bdi>
            </>
          )}
        </Notice>
      )}
    </div>
  )
}

/** Its publication details, in a line. */
function Published({ source: { csl } }: { readonly source: Source }) {
  if (!csl) return null
  const numbers = [csl.DOI && `DOI ${csl.DOI}`, csl.ISBN && `ISBN ${csl.ISBN}`].filter(Boolean)
  return (
    <p className="muted">
      Published: <bdi>{[...partsOfCsl(csl), ...numbers].join(', ')}</bdi>
    </p>
  )
}

/** The way out of a page that is gone or has changed. */
function Standing(props: { source: Source; hasCopy: boolean; desk: Captures }) {
  const { source, hasCopy, desk } = props
  const { link } = source
  const state = link ? linkState(link) : 'ok'
  if (!link || link.keptAt || (state !== 'dead' && state !== 'changed')) return null
  return (
    <Notice tone="bad">
      <p>
        {hasCopy
          ? 'Read the captured copy. If it is good evidence for what cites it, say so.'
          : 'There is no copy that could stand in for it: upload one, or cite another source.'}
      </p>
      {hasCopy && (
        <button
          type="button"
          className="btn sm"
          aria-disabled={desk.doing !== null}
          onClick={desk.keep}
        >
          The captured copy stands in
        </button>
      )}
    </Notice>
  )
}

function Tools({ isPage, desk }: { isPage: boolean; desk: Captures }) {
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
        {desk.doing === 'upload' ? 'Uploading…' : 'Upload a file'}
      </button>
      {isPage && (
        <button type="button" className="btn primary" aria-disabled={isBusy} onClick={desk.take}>
          <Icon name="archive" />
          {desk.doing === 'capture' ? 'Capturing…' : 'Capture now'}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="File"
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

const LOCKED_WORDS =
  'Everybody in the house can read captures: files that tell who this is are locked up with who it is.'

function emptyWords(isPage: boolean, mayEdit: boolean): string {
  if (!mayEdit) return 'Nobody has kept a copy of it.'
  return isPage
    ? 'Capture the page as it is now, or upload a file: passages are then looked up in it.'
    : 'Upload a PDF, a .docx document, a text, a picture or a recording: passages are then looked up in it.'
}
