import { strToU8 } from 'fflate'
import { listKeys } from '#db/repositories/signing-keys.ts'
import { findSourceById } from '#db/repositories/sources.ts'
import { findVersion, type StoredVersion } from '#db/repositories/versions.ts'
import { type NamedFile, packDossier } from '#lib/domain/formats/dossier.ts'
import { jsonText } from '#lib/domain/formats/json-text.ts'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import type { Site } from '#lib/domain/formats/site.ts'
import type { Version, VersionCapture } from '#lib/domain/publication/version.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import { versionFiles } from '#lib/signing/download.ts'
import type { Context } from './context.ts'
import { tellingOfCopy } from './copy-leaks.ts'
import { auditRowFiles } from './dossier-audit.ts'
import { protectedHere } from './locked-identity.ts'
import { NODE_PACKING } from './node-packing.ts'
import { publicCapture } from './public-capture.ts'
import { readTexts } from './read-changes.ts'
import { type PublishedVersion, renderExport } from './read-published.ts'

/** What a dossier is packed of; `key` is the same as long as its files are. */
export interface DossierPlan {
  readonly key: string
  readonly pack: () => Promise<Uint8Array<ArrayBuffer>>
}

/** The dossier of a version: its formats, the chain of records that leads to it, and the captures that may be passed on. */
export async function planDossier(
  context: Context,
  published: PublishedVersion,
  site: Site,
): Promise<DossierPlan> {
  const { captures, missing } = await capturesFor(context, published.version)
  const records = await recordsOf(context, published)
  return {
    // What was taken down since is in it no more.
    key: [
      ...captures.map(({ number, capture }) => `${number}:${capture.rawHash}:${capture.at}`),
      ...records.map(({ number, takedown }) => `${number}:${takedown?.at ?? 'stands'}`),
    ].join(),
    pack: async () =>
      packDossier(
        [
          ...articleFiles(published, site, await readTexts(context, published)),
          ...recordFiles(records),
          ...(await auditRowFiles(
            context,
            published.stored.articleId,
            new Set(records.map(({ number }) => number)),
          )),
          ...(await signatureFiles(context, published, site)),
          ...(await captureFiles(context, captures, missing)),
        ],
        NODE_PACKING,
      ),
  }
}

function articleFiles(
  published: PublishedVersion,
  site: Site,
  texts: readonly Version[],
): readonly NamedFile[] {
  return FORMATS.filter(({ id }) => id !== 'json').map((format) => {
    const output = renderExport(published, format, site, texts)
    const bytes = typeof output === 'string' ? strToU8(output) : output
    return { name: `article/article.${format.extension}`, bytes }
  })
}

async function recordsOf(
  { db }: Context,
  { stored, versions }: PublishedVersion,
): Promise<readonly StoredVersion[]> {
  const found: StoredVersion[] = []
  for (const { number } of versions.filter((version) => version.number <= stored.number)) {
    const version = await findVersion(db, stored.slug, number)
    if (version) found.push(version)
  }
  return found
}

function recordFiles(records: readonly StoredVersion[]): readonly NamedFile[] {
  return records.map(({ number, takedown, hash, canonical }) =>
    takedown
      ? { name: `versions/${number}.removed.txt`, bytes: strToU8(`${hash}\n`) }
      : { name: `versions/${number}.json`, bytes: strToU8(canonical) },
  )
}

/** The signature of this version with the keys that check it; nothing for one that was published before versions were signed. */
async function signatureFiles(
  context: Context,
  { stored: { canonical, signature } }: PublishedVersion,
  site: Site,
): Promise<readonly NamedFile[]> {
  if (signature === null) return []
  const keys = await listKeys(context.db)
  const proof = versionFiles({ canonical, signature, keys, origin: site.base ?? '' })
  return Object.entries(proof)
    .filter(([name]) => name !== 'version.json' && name !== 'README.txt')
    .map(([name, text]) => ({ name: `signature/${name}`, bytes: strToU8(text) }))
}

interface PublicCapture {
  /** The reader's number of the source. */
  readonly number: number
  readonly capture: Capture
}

/** A copy that the record names and that is not passed on any more. */
interface MissingCopy extends VersionCapture {
  readonly number: number
}

/**
 * Of each source the copy that the version names; in versions from before that, the one that it would have named [FMT22]. None
 * that tells who a confidential source is, which may have been locked up since [CNF7].
 */
async function capturesFor(context: Context, version: Version) {
  const captures: PublicCapture[] = []
  const missing: MissingCopy[] = []
  const hidden = await protectedHere(context)
  for (const [at, { id, url, capture: named }] of version.sources.entries()) {
    const number = at + 1
    const source = url === null ? null : await findSourceById(context.db, id)
    const hash = named && { hash: named.hash }
    const told = { url, until: version.publishedAt, ...hash }
    const capture = source && (await publicCapture(context.db, source, told))
    const isFree =
      capture && hidden.ok && (await tellingOfCopy(context, capture, hidden.value)) === 'nothing'
    if (isFree) captures.push({ number, capture })
    else if (named) missing.push({ number, ...named })
  }
  return { captures, missing }
}

async function captureFiles(
  context: Context,
  captures: readonly PublicCapture[],
  missing: readonly MissingCopy[],
): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = []
  const index: unknown[] = []
  for (const { number, capture } of captures) {
    const bytes = await context.files.get(capture.rawHash)
    if (!bytes) continue
    const name = `captures/${number}.bin`
    files.push({ name, bytes })
    const { askedUrl, finalUrl, status, mediaType, at, rawHash } = capture
    index.push({
      source: number,
      file: name,
      askedUrl,
      finalUrl,
      status,
      mediaType,
      at,
      sha256: rawHash,
    })
  }
  // Not why: that one tells somebody would tell who it is.
  for (const { number, at, hash } of missing)
    index.push({ source: number, file: null, at, sha256: hash })
  return [...files, { name: 'captures/index.json', bytes: strToU8(jsonText(index)) }]
}
