import { z } from 'zod'
import { type Actor, requireInHouse } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type FoundWork, foundInBook, foundInCsl, keyOfBook } from '#lib/domain/sourcing/csl.ts'
import { cleanCsl, cslOfFound } from '#lib/domain/sourcing/csl-fields.ts'
import { addressOfDoi, doiIn, isbnIn } from '#lib/domain/sourcing/doi-isbn.ts'
import { kindOfFile, nameOfFile } from '#lib/domain/sourcing/given.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { pageIn } from './capture-source.ts'
import type { Context } from './context.ts'

export const detailsInput = z.object({ text: z.string().min(1).max(50_000) })

/** What can be said of a source before it is one. A person confirms it. */
export interface Details {
  readonly kind: SourceKind
  readonly found: FoundWork
}

/** Details of an address, a DOI, an ISBN, or a reference in BibTeX or RIS [CAP11]. Nothing is kept. */
export async function findDetails(
  context: Context,
  actor: Actor,
  { text }: z.output<typeof detailsInput>,
): Promise<Result<Details>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const doi = doiIn(text)
  if (doi) return detailsOfDoi(context, doi)
  const isbn = isbnIn(text)
  if (isbn) return detailsOfBook(context, isbn)
  const url = safeHref(text)
  if (url && /^https?:/.test(url)) return detailsOfPage(context, url)
  const found = await context.capturer.reference(text)
  if (found.ok) return ok({ kind: 'document', found: found.value })
  const message =
    'Give an address that begins with https://, a DOI, an ISBN, or a reference in BibTeX or RIS.'
  return found.failure.kind === 'invalid' ? fail({ kind: 'invalid', message }) : found
}

/** What a file is and says of itself, before it is anybody's [CAP11]. It is read and not kept. */
export async function findFileDetails(
  context: Context,
  actor: Actor,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<Details>> {
  const allowed = requireInHouse(actor, 'editSources')
  if (!allowed.ok) return allowed
  const read = await context.capturer.read(file.bytes)
  if (!read.ok) return read
  const { mediaType, found } = read.value
  const title = found.title || nameOfFile(file.name)
  return ok({
    kind: kindOfFile(mediaType, file.name),
    found: { ...found, title, csl: cslOfFound(found) },
  })
}

async function detailsOfPage(context: Context, url: string): Promise<Result<Details>> {
  const came = pageIn(await context.capturer.fetch({ url }))
  if (!came.ok) return came
  const { mediaType, found } = came.value.readable
  return ok({
    kind: mediaType === 'text/html' ? 'webPage' : 'document',
    found: { ...found, url: found.url || url, csl: cslOfFound(found) },
  })
}

async function detailsOfDoi(context: Context, doi: string): Promise<Result<Details>> {
  const url = addressOfDoi(doi)
  const record = await recordAt(context, url, 'application/vnd.citationstyles.csl+json')
  if (!record.ok) return record
  const found = foundInCsl(record.value)
  if (!found?.title) return fail({ kind: 'invalid', message: `The register knows no ${doi}.` })
  // Some registers leave out what they were asked for.
  const csl = cleanCsl({ ...found.csl, DOI: doi })
  return ok({ kind: 'document', found: { ...found, url, csl } })
}

async function detailsOfBook(context: Context, isbn: string): Promise<Result<Details>> {
  const key = keyOfBook(isbn)
  const query = new URLSearchParams({ bibkeys: key, format: 'json', jscmd: 'data' })
  const record = await recordAt(
    context,
    `https://openlibrary.org/api/books?${query}`,
    'application/json',
  )
  if (!record.ok) return record
  const found = foundInBook(record.value, isbn)
  if (!found?.title)
    return fail({ kind: 'invalid', message: `The register knows no book ${isbn}.` })
  return ok({ kind: 'document', found })
}

/** A record of a register. Registers are strangers like any other. */
async function recordAt(context: Context, url: string, accept: string): Promise<Result<unknown>> {
  const fetching = await context.capturer.fetch({ url, accept })
  const came = pageIn(fetching)
  if (!came.ok) return came
  try {
    return ok(JSON.parse(new TextDecoder().decode(came.value.page.bytes)))
  } catch {
    // Whatever it is, a record it is not.
    return fail({
      kind: 'invalid',
      message: 'The register does not answer as it should. Try again later.',
    })
  }
}
