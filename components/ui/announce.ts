export const POLITE_ID = 'announcements'
export const ASSERTIVE_ID = 'alerts'

/** Several changes at once are one sentence for the ear: the last. */
const PAUSE = 500

const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Says something to screen readers. Assertive only for what ends what the person is doing. */
export function announce(words: string, manner: 'polite' | 'assertive' = 'polite'): void {
  const id = manner === 'polite' ? POLITE_ID : ASSERTIVE_ID
  clearTimeout(waiting.get(id))
  const region = document.getElementById(id)
  // Emptied first: the same words said again are said again.
  if (region) region.textContent = ''
  waiting.set(
    id,
    setTimeout(() => {
      const now = document.getElementById(id)
      if (now) now.textContent = words
    }, PAUSE),
  )
}
