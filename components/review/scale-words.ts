import type { Reliability, Terms } from '#lib/domain/sourcing/source.ts'

/** The Admiralty scale for sources. */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

/** The Admiralty scale for one piece of information, from 1. */
const CREDIBILITY_WORDS = [
  'confirmed by other sources',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
  'cannot be judged',
] as const

export function credibilityWords(credibility: number): string {
  const words = CREDIBILITY_WORDS[credibility - 1]
  return words ? `${credibility}, ${words}` : String(credibility)
}

export const TERMS_WORDS: Readonly<Record<Terms, string>> = {
  onRecord: 'on the record',
  background: 'on background',
  deepBackground: 'on deep background',
  offRecord: 'off the record',
}
