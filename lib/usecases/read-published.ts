import {
  findVersion,
  listPublished,
  listVersionStates,
  type StoredVersion,
  type Takedown,
} from '#db/repositories/versions.ts'
import type { Format } from '#lib/domain/formats/format.ts'
import { html } from '#lib/domain/formats/html.ts'
import { type ReaderPage, renderReaderPage } from '#lib/domain/formats/reader-page.ts'
import { addressOf, articlePath, NOWHERE, type Site } from '#lib/domain/formats/site.ts'
import { noticesOf } from '#lib/domain/formats/version-notices.ts'
import type { Version, VersionState } from '#lib/domain/publication/version.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { keyOf } from '#lib/signing/signatures.ts'
import type { Context } from './context.ts'

export interface PublishedVersion {
  readonly stored: StoredVersion
  readonly version: Version
  /** Name of the key that signed it; null: it was published before versions were signed. */
  readonly signedWith: string | null
  /** All versions of the article, oldest first. */
  readonly versions: readonly VersionState[]
}

/** A published version; `number` null: the latest. Readers need no rights. */
export async function readPublished(
  context: Context,
  slug: string,
  number: number | null,
): Promise<Result<PublishedVersion>> {
  // PostgreSQL would stumble over a NUL.
  const stored = slug.includes('\0') ? null : await findVersion(context.db, slug, number)
  if (!stored)
    return fail({ kind: 'notFound', message: 'Nothing has been published at this address.' })
  if (stored.takedown) return fail({ kind: 'gone', message: tombstoneOf(stored, stored.takedown) })
  const versions = await listVersionStates(context.db, stored.articleId)
  let version: Version | undefined
  return ok({
    stored,
    // Most readers get bytes that were made before: nobody needs it then.
    get version() {
      version ??= JSON.parse(stored.canonical) as Version
      return version
    },
    versions,
    signedWith: keyOf(stored.signature),
  })
}

/** What stands in the place of the words [VER12]. */
function tombstoneOf({ number, hash, signature }: StoredVersion, { at, reason }: Takedown): string {
  const signed = signature === null ? '' : ` Its signature: ${signature}`
  return `Version ${number} was taken down on ${at.slice(0, 10)} for reasons of law. ${reason} The SHA-256 of what stood here: ${hash}.${signed}`
}

/** Exports of what was retracted are not given out: a copy without its notice would go on by itself [VER11]. */
export function retractionOf({ versions }: Pick<PublishedVersion, 'versions'>): string | null {
  const latest = versions.at(-1)
  return latest?.change === 'retraction'
    ? `This article was retracted on ${latest.publishedAt.slice(0, 10)}. ${latest.note}`.trim()
    : null
}

/** The page of a version as it was frozen, with what has become of it since: what each page of it is made of [FMT10]. */
export function readerPageOf(published: PublishedVersion, site: Site): ReaderPage {
  const { stored, version, versions, signedWith } = published
  return {
    ...{ version, body: stored.body, notices: noticesOf(stored, versions), signedWith },
    newspaper: site.newspaper,
    canonicalUrl: site.base && addressOf(site, articlePath(stored)),
    formats: [],
  }
}

/**
 * An export. The canonical JSON is the stored bytes themselves, and the page has the stored body. `texts`: the versions
 * whose words stand, for what changed between them; only the page tells that.
 */
export function renderExport(
  published: PublishedVersion,
  format: Format,
  site: Site = NOWHERE,
  texts: readonly Version[] = [],
): ReturnType<Format['render']> {
  if (format.id === 'json') return published.stored.canonical
  return format.id === html.id
    ? renderReaderPage({ ...readerPageOf(published, site), texts })
    : format.render(published.version, site)
}

export async function frontPage(context: Context) {
  return listPublished(context.db)
}
