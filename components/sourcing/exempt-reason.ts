import { EXEMPT_REASONS } from './words.ts'

const KEY = 'galley:exempt-reason'

/** The reason that this person gave last. */
export function lastReason(): string {
  const kept = localStorage.getItem(KEY)
  return EXEMPT_REASONS.find((reason) => reason === kept) ?? EXEMPT_REASONS[0]
}

export function keepReason(reason: string) {
  localStorage.setItem(KEY, reason)
}
