import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type FoundWork, foundInCsl } from '#lib/domain/sourcing/csl.ts'

const LONGEST = 50_000

/** Reads a reference as programs that keep them write it: BibTeX or RIS. The first of several; nothing is fetched. */
export function readReference(text: string): Result<FoundWork> {
  const format = formatOf(text)
  if (!format || text.length > LONGEST) return refuse()
  try {
    // By name: the library would otherwise guess, and one of its guesses is an address that it fetches.
    const parsed: unknown = plugins.input.chain(text, { forceType: format, generateGraph: false })
    const found = Array.isArray(parsed) ? foundInCsl(parsed[0]) : null
    return found?.title ? ok(found) : refuse()
  } catch {
    // Whatever it stumbles over, the reference cannot be read.
    return refuse()
  }
}

function formatOf(text: string): '@bibtex/text' | '@ris/file' | null {
  if (/^\s*@\w+\s*\{/.test(text)) return '@bibtex/text'
  return /^\s*TY {1,2}-/m.test(text) ? '@ris/file' : null
}

const refuse = () =>
  fail({ kind: 'invalid', message: 'This is no reference in BibTeX or RIS that can be read.' })
