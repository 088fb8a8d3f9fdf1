import type { HookEvent } from '#lib/domain/publication/webhook.ts'

/** The word of each event: names of messages hold no dot. */
export const EVENT_WORDS = {
  published: 'published',
  corrected: 'corrected',
  retracted: 'retracted',
  takenDown: 'takenDown',
  'decision.made': 'decisionMade',
} as const satisfies Readonly<Record<HookEvent, string>>
