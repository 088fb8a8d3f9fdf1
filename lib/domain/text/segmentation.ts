/**
 * Finds the sentences of one block of text. Deterministic and the same in every engine: it rests on no
 * segmenter of the engine's own. Rules SEG1 and on in SPEC.md.
 */

/** Stands beside every fingerprint. Raise it with every change of the rules. */
export const SEGMENTER_VERSION = 'galley-1'

const END_MARKS = '.!?…。！？｡؟۔।'
const CLOSERS = '"\'”’»)]}›」』）】'
const OPENERS = '"\'“‘„«([{‹「『（【¿¡'

/** Titles, ranks and the like: never the end, whatever follows. */
const NEVER_LAST = new Set(
  `mr mrs ms mx dr prof rev hon gov sen rep gen col lt sgt capt cmdr adm maj cpl pvt st ste mt ft messrs mme mlle
  supt insp det pres amb fr vs v cf eg ie viz approx al ca no nos art sec fig vol pp p para hr`.split(
    /\s+/,
  ),
)

/** Abbreviations that may end a sentence: they do when a word follows that would begin one. */
const MAYBE_LAST = new Set(
  `inc ltd co corp bros llc plc jr sr esq etc dept dist est ave blvd rd jan feb mar apr jun jul aug sept sep oct nov
  dec mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m u.s u.k u.n e.u d.c u.s.a ph.d b.a m.a m.d b.c a.d`.split(
    /\s+/,
  ),
)

/** Words that begin a sentence far more often than they carry on after an abbreviation. */
const STARTERS = new Set(
  `the a an this that these those he she it they we i you his her its their our my but and or if when while after
  before in on at for from with by as there here however meanwhile later earlier then since although because
  according last next both many most some several all no not what who why how where yet so still`.split(
    /\s+/,
  ),
)

/** Sentences as [start, end) in UTF-16 offsets, in order, without the white space around them [SEG1]. */
export function segment(text: string, _lang: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let start = skipSpace(text, 0)
  let at = start
  while (at < text.length) {
    const end = endOf(text, at)
    if (end === null) {
      at++
      continue
    }
    const next = skipSpace(text, end)
    if (next >= text.length || isBreak(text, at, end, next)) {
      found.push([start, end])
      start = next
    }
    at = Math.max(next, at + 1)
  }
  const last = trimEnd(text, text.length)
  if (start < last) found.push([start, last])
  return found
}

/** Where the run of end marks and closing marks that begins at `at` ends; null when there is none. */
function endOf(text: string, at: number): number | null {
  if (!END_MARKS.includes(text[at] ?? '')) return null
  let end = at
  while (end < text.length && END_MARKS.includes(text[end] ?? '')) end++
  while (end < text.length && CLOSERS.includes(text[end] ?? '')) end++
  return end
}

function isBreak(text: string, at: number, end: number, next: number): boolean {
  const mark = text[at] ?? ''
  if ('。！？｡'.includes(mark)) return true
  if (next === end) return false
  const follower = followerOf(text, next)
  if (/^\p{Ll}/u.test(follower)) return false
  if (mark !== '.' || text[at + 1] === '.') return true
  const word = wordBefore(text, at)
  const plain = word.toLowerCase()
  if (NEVER_LAST.has(plain)) return false
  if (/^\p{Lu}$/u.test(word))
    return !/^\p{Lu}/u.test(follower) || STARTERS.has(follower.toLowerCase())
  if (MAYBE_LAST.has(plain) || /^(\p{L}\.)+\p{L}$/u.test(word))
    return STARTERS.has(follower.toLowerCase())
  return true
}

/** The word that follows, past opening marks. */
function followerOf(text: string, next: number): string {
  let at = next
  while (at < text.length && OPENERS.includes(text[at] ?? '')) at++
  return /^[\p{L}\p{N}]+/u.exec(text.slice(at, at + 40))?.[0] ?? text.slice(at, at + 1)
}

/** The word that the end mark at `at` stands behind, inner full stops included. */
function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text[at] ?? '')) at++
  return at
}

function trimEnd(text: string, from: number): number {
  let at = from
  while (at > 0 && /\s/u.test(text[at - 1] ?? '')) at--
  return at
}
