/** Reasons why a sentence has nothing to check, as they are written into the note for the newsroom: whatever the language. */
export const EXEMPT_REASONS = {
  transition: 'Transition',
  question: 'Question',
  commonKnowledge: 'Common knowledge',
  notTheStory: 'Not part of the story',
} as const

export type ExemptReason = keyof typeof EXEMPT_REASONS

export const REASONS = Object.keys(EXEMPT_REASONS) as readonly ExemptReason[]

const KEY = 'galley:exempt-reason'

/** The reason that this person gave last. */
export function lastReason(): string {
  const kept = localStorage.getItem(KEY)
  return (
    Object.values(EXEMPT_REASONS).find((reason) => reason === kept) ?? EXEMPT_REASONS.transition
  )
}

export function keepReason(reason: string) {
  localStorage.setItem(KEY, reason)
}
