import type { Locator } from './annotation.ts'
import type { SourceKind } from './source.ts'

/** A time alone: `1:02:03`, `62:03`, `1:02:03.5`, or with frames, as video desks write it: `01:02:03:12`. */
const COLONS = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?::(\d{2})|\.(\d{1,3}))?$/
/** The same in letters: `1h 2m 3s`, `62 min`. */
const LETTERS =
  /^(?=\d)(?:(\d{1,3})\s*h(?:rs?|ours?)?)?\s*(?:(\d{1,4})\s*m(?:ins?|inutes?)?)?\s*(?:(\d{1,2})\s*s(?:ecs?|econds?)?)?$/i

interface Timecode {
  readonly seconds: number
  /** Behind the seconds: frames or a fraction, with their sign. */
  readonly rest: string
}

/**
 * Times in a recording, in the one form in which they are stored: `2:03`, `1:02:03`, a stretch as `2:03–2:40`, several
 * with commas. Null: somebody would have to guess, as with a number alone, or a stretch that ends before it begins [EVI15].
 */
export function canonicalTimes(text: string): string | null {
  const stretches = text.split(/[,;]/u).map(canonicalStretch)
  return stretches.includes(null) ? null : stretches.join(', ')
}

function canonicalStretch(text: string): string | null {
  const ends = text.trim().split(/\s*(?:[-–—]|\bto\b)\s*/u)
  if (ends.length > 2) return null
  const times = ends.map(readTime)
  const [from, to] = times
  if (!from || (ends.length === 2 && !to)) return null
  if (to && (to.seconds < from.seconds || written(to) === written(from))) return null
  return to ? `${written(from)}–${written(to)}` : written(from)
}

const readTime = (text: string) => readColons(text) ?? readLetters(text)

function readColons(text: string): Timecode | null {
  const [found, hours, minutes = '', seconds = '', frames, fraction] = COLONS.exec(text) ?? []
  if (!found) return null
  if (hours !== undefined && (Number(minutes) > 59 || minutes.length !== 2)) return null
  if (frames !== undefined && hours === undefined) return null
  const rest = frames ? `:${frames}` : fraction ? `.${fraction}` : ''
  return { seconds: secondsOf(hours, minutes, seconds), rest }
}

function readLetters(text: string): Timecode | null {
  const [found, hours, minutes = '0', seconds = '0'] = LETTERS.exec(text) ?? []
  if (!found || Number(seconds) > 59) return null
  if (hours !== undefined && Number(minutes) > 59) return null
  return { seconds: secondsOf(hours, minutes, seconds), rest: '' }
}

const secondsOf = (hours = '0', minutes: string, seconds: string) =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)

function written({ seconds, rest }: Timecode): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes, left] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ]
  // Frames need all three: “2:03:12” would be two hours.
  if (hours || rest.startsWith(':')) return `${hours}:${two(minutes)}:${two(left)}${rest}`
  return `${minutes}:${two(left)}${rest}`
}

/** What is stored of a place: times in their one form. Null: it says no time. An observation has the time of its day, in words. */
export function storedLocator(locator: Locator, kind: SourceKind): Locator | null {
  if (locator.label !== 'timestamp' || kind === 'observation') return locator
  const value = canonicalTimes(locator.value)
  return value === null ? null : { ...locator, value }
}
