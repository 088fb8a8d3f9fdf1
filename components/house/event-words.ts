import type { HookEvent } from '#lib/domain/publication/webhook.ts'

/** Each event, for those who choose. */
export const EVENT_WORDS: Readonly<Record<HookEvent, string>> = {
  published: 'a first version, or an update',
  corrected: 'a correction, or a clarification',
  retracted: 'an article is retracted',
  takenDown: 'a version is taken down for reasons of law',
  'decision.made': 'a sentence is approved, queried or rejected',
}
