import { foldedWords } from '#lib/domain/text/fold.ts'
import type { Annotation, Citation, Confidence } from './annotation.ts'
import type { FindSource } from './article-content.ts'
import { isLive, owesNothing } from './evidence.ts'
import { type Reliability, recordOf, type Source } from './source.ts'

/** What the program proposes to say to readers, and why, in a sentence. A person decides. */
export interface Suggestion {
  readonly confidence: Confidence
  readonly reason: string
}

/** How much one voice carries, by the Admiralty scale: of its source A to F, of what it says 1 to 6 [CON2]. */
const WEIGHTS = ['none', 'weak', 'fair', 'firm'] as const
type Weight = (typeof WEIGHTS)[number]

interface Use {
  readonly citation: Citation
  readonly source: Source
  readonly weight: Weight
}

/** All that goes back to one origin [CON3]. */
type Voice = readonly [Use, ...Use[]]

/**
 * The word that citations on their own would carry [CON1]; null where nothing is owed or nothing live is cited. Scale: reliability
 * and credibility of NATO's AJP-2.1 (“Admiralty”); where they lead is SPEC.md's, CON.
 */
export function suggestConfidence(
  annotations: readonly Annotation[],
  findSource: FindSource,
): Suggestion | null {
  if (annotations.length && annotations.every(({ kind }) => owesNothing(kind))) return null
  const uses = usesIn(annotations, findSource)
  const against = uses.filter(isAgainst)
  const voices = supportOf(uses)
  const [other] = against
  if (other) return { confidence: 'disputed', reason: `${nameOf(other)} contradicts it` }
  if (!voices.length) return null
  const needsTwo = annotations.some(({ kind }) => kind === 'allegation')
  return { confidence: wordOf(voices, needsTwo), reason: reasonOf(voices, needsTwo) }
}

/** How many independent voices support it: those that carry anything, each origin once [CON2, CON3]. */
export function countVoices(annotations: readonly Annotation[], findSource: FindSource): number {
  return heardOf(supportOf(usesIn(annotations, findSource))).length
}

function usesIn(annotations: readonly Annotation[], findSource: FindSource): readonly Use[] {
  return annotations
    .flatMap(({ citations }) => citations)
    .filter((citation) => isLive(citation, findSource))
    .flatMap((citation) => useOf(citation, findSource(citation.sourceId)))
}

const supportOf = (uses: readonly Use[]) =>
  voicesOf(uses.filter(({ citation }) => citation.relation === 'supports'))

const heardOf = (voices: readonly Voice[]) => voices.filter(([best]) => best.weight !== 'none')

function useOf(citation: Citation, source: Source | undefined): Use[] {
  return source ? [{ citation, source, weight: weightOf(citation, source) }] : []
}

/** What can hardly be true, or comes from whom nobody can rely on, contradicts nothing [CON4]. */
function isAgainst({ citation, weight }: Use): boolean {
  return citation.relation === 'contradicts' && weight !== 'none'
}

const BY_RELIABILITY: Readonly<Record<Reliability, Weight>> = {
  A: 'firm',
  B: 'firm',
  C: 'fair',
  D: 'weak',
  E: 'none',
  F: 'weak',
}

/** Credibility that nobody judged, and 6, leave it to the source. */
const BY_CREDIBILITY: Readonly<Record<number, Weight>> = {
  1: 'firm',
  2: 'firm',
  3: 'fair',
  4: 'weak',
  5: 'none',
}

/** The lesser of what source and information carry; without a locator or a passage nothing is firm [CON2]. */
function weightOf({ credibility, locator, quote }: Citation, { reliability }: Source): Weight {
  const bySource = BY_RELIABILITY[reliability]
  const byContent = (credibility !== null && BY_CREDIBILITY[credibility]) || 'firm'
  const shown = locator || quote.trim() ? 'firm' : 'fair'
  return least(least(bySource, byContent), shown)
}

function least(a: Weight, b: Weight): Weight {
  return WEIGHTS.indexOf(a) < WEIGHTS.indexOf(b) ? a : b
}

/** Groups what goes back to one record or one origin; the weightiest first, of voices and in them [CON3]. */
function voicesOf(uses: readonly Use[]): readonly Voice[] {
  const groups = new Map<string, Use[]>()
  const sources = uses.map(({ source }) => source)
  for (const use of uses) {
    const key = rootOf(use.source, sources)
    groups.set(key, [...(groups.get(key) ?? []), use])
  }
  return [...groups.values()]
    .map((group) => group.toSorted(byWeight))
    .filter((group): group is [Use, ...Use[]] => group.length > 0)
    .toSorted(([a], [b]) => byWeight(a, b))
}

/** By id at last, so that the order in which people cited changes no word. */
function byWeight(a: Use, b: Use): number {
  const weight = WEIGHTS.indexOf(b.weight) - WEIGHTS.indexOf(a.weight)
  return weight || (a.source.id < b.source.id ? -1 : Number(a.source.id > b.source.id))
}

/** Follows origins that are cited too; an origin that is not is one by its words. */
function rootOf(source: Source, cited: readonly Source[]): string {
  const path: string[] = []
  let at = source
  for (;;) {
    const origin = wordsOf(at.origin ?? '')
    path.push(recordOf(at))
    if (!origin) return recordOf(at)
    const next = cited.find(
      (other) => wordsOf(other.title) === origin || wordsOf(other.publicName) === origin,
    )
    if (!next) return `origin:${origin}`
    // Those that name each other are one voice, whichever of them one starts from.
    const loop = path.indexOf(recordOf(next))
    if (loop >= 0) return path.slice(loop).toSorted()[0] ?? recordOf(next)
    at = next
  }
}

const wordsOf = (text: string) => foldedWords(text).join(' ')

/** [CON5] */
function wordOf(voices: readonly Voice[], needsTwo: boolean): Confidence {
  const firm = count(voices, 'firm')
  const fair = firm + count(voices, 'fair')
  const weak = fair + count(voices, 'weak')
  if (firm >= 1 && fair >= 2) return 'confirmed'
  if (!needsTwo && voices.some((voice) => voice.some(isFirmAndPrimary))) return 'confirmed'
  if (fair >= (needsTwo ? 2 : 1)) return 'likely'
  return !needsTwo && weak >= 2 ? 'likely' : 'unconfirmed'
}

const isFirmAndPrimary = ({ weight, source }: Use) =>
  weight === 'firm' && source.primacy === 'primary'

const count = (voices: readonly Voice[], weight: Weight) =>
  voices.filter(([best]) => best.weight === weight).length

function reasonOf(voices: readonly Voice[], needsTwo: boolean): string {
  const heard = heardOf(voices)
  const [first] = heard
  if (!first) return 'what supports it cannot be relied on'
  const parts = [
    heard.length === 1
      ? `one ${originalOf(first)}source, reliability ${first[0].source.reliability}${credibilityOf(first)}`
      : `${heard.length} independent sources, the best of reliability ${first[0].source.reliability}`,
    ...repeats(heard),
    first[0].citation.locator || first[0].citation.quote.trim() ? '' : 'no locator or passage',
    needsTwo && heard.length < 2 ? 'an allegation needs two' : '',
  ]
  return parts.filter(Boolean).join('; ')
}

const originalOf = ([{ source }]: Voice) => (source.primacy === 'primary' ? 'primary ' : '')

function credibilityOf([{ citation }]: Voice): string {
  return citation.credibility === null ? '' : `, credibility ${citation.credibility}`
}

/** Who only says again what another says. */
function repeats(voices: readonly Voice[]): string[] {
  return voices.flatMap(([best, ...others]) => {
    const records = [...new Map(others.map((use) => [recordOf(use.source), use])).values()]
    const more = records.filter((use) => recordOf(use.source) !== recordOf(best.source))
    return more.map((use) => `${nameOf(use)} repeats ${repeated(use, best)}`)
  })
}

function repeated(use: Use, best: Use): string {
  return best.source.origin || use.source.origin || nameOf(best)
}

const nameOf = ({ source }: Use) => source.title
