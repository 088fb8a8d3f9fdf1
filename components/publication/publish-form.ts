import { fromLocalInput } from '#components/ui/time-words.ts'
import type { Words } from '#components/ui/words.ts'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import { timeToCome } from '#lib/domain/publication/schedule.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import { advance, skippedBy } from '#lib/domain/review/states.ts'

/** Changes that a person chooses from once the first version is out. */
export const LATER_CHANGES = ['update', 'clarification', 'correction', 'retraction'] as const

/** What the note for readers has to say; null: it may stay empty. */
export function noteOwed(
  t: Words<'publishing'>,
  { versions, state, schedule }: ArticleModel['facts'],
  change: Change | null,
) {
  if (!versions.length) {
    const from = state === 'scheduled' ? (schedule?.from ?? state) : state
    const isSkipped = skippedBy(from, 'published').length > 0
    return isSkipped ? t('skippedReview') : null
  }
  switch (change) {
    case 'correction':
      return null
    case 'retraction':
      return t('whyRetract')
    default:
      return t('whatChanged')
  }
}

export interface PublishInput {
  readonly change: Change | null
  readonly note: string
  readonly correction: CorrectionInput
  /** What the field for the time holds; null: now. */
  readonly when: string | null
}

/** What was wrong, what is right, and which sentences it is about; null: those that changed. */
export interface CorrectionInput {
  readonly wrong: string
  readonly right: string
  readonly sentences: readonly string[] | null
}

export const NO_CORRECTION: CorrectionInput = { wrong: '', right: '', sentences: null }

/** What is missing in each field of a correction; null: nothing. */
export function correctionOwed(
  t: Words<'publishing'>,
  { wrong, right, sentences }: CorrectionInput,
) {
  return {
    wrong: wrong.trim() ? null : t('sayWrong'),
    right: right.trim() ? null : t('sayRight'),
    sentences: sentences?.length === 0 ? t('chooseSentence') : null,
  }
}

/** Why it goes out in spite of something, by what each was written for. */
export interface Reasons {
  readonly reasons: Readonly<Record<string, string>>
  readonly onReasons: (reasons: Readonly<Record<string, string>>) => void
}

/** Whether a time can be set for a version from here. */
export function canSchedule({ state }: ArticleModel['facts'], change: Change | null): boolean {
  // What is known to be wrong is put right, or withdrawn, at once.
  if (change === 'retraction' || change === 'correction') return false
  return state === 'scheduled' || advance(state, 'scheduled', 'schedule').ok
}

/** Whether what was published can be retracted from here: the server's own table says. */
export function canRetract({ state, versions }: ArticleModel['facts']): boolean {
  return versions.length > 0 && advance(state, 'retracted', 'retraction').ok
}

function timeObstacle(t: Words<'publishing'>, when: string | null): string | null {
  if (when === null) return null
  const at = fromLocalInput(when)
  if (at === null) return t('chooseTime')
  const inTime = timeToCome(new Date(at), new Date())
  return inTime.ok ? null : inTime.failure.message
}

/** Why it cannot be published yet, in the order in which it is put right; empty: it can. */
export function obstaclesTo(
  t: Words<'publishing'>,
  model: ArticleModel,
  { change, note, correction, when }: PublishInput,
  blockers: readonly Blocker[],
  unanswered: readonly Warning[],
): readonly string[] {
  const { facts, view } = model
  if (!facts.rights.publish) return [t('onlyPublishers')]
  const isRetraction = change === 'retraction'
  const found: (string | false | null)[] = [
    stateObstacle(t, facts.state),
    view.save.kind !== 'saved' && connectionObstacle(t, view.save.kind),
    !change && t('sayKind'),
    blockers.length > 0 && !isRetraction && t('inTheWay', { count: blockers.length }),
    unanswered.length > 0 && !isRetraction && t('needReason', { count: unanswered.length }),
    !note.trim() && change !== null && noteOwed(t, facts, change),
    ...(change === 'correction' ? Object.values(correctionOwed(t, correction)) : []),
    timeObstacle(t, when),
  ]
  return found.filter((words) => typeof words === 'string')
}

function stateObstacle(t: Words<'publishing'>, state: ArticleModel['facts']['state']) {
  if (state === 'archived') return t('isArchived')
  if (state === 'retracted') return t('isRetracted')
  return null
}

function connectionObstacle(
  t: Words<'publishing'>,
  kind: ArticleModel['view']['save']['kind'],
): string {
  if (kind === 'saving') return t('isSaving')
  if (kind === 'signedOut') return t('isSignedOut')
  if (kind === 'outdated') return t('isOutdated')
  return t('isOffline')
}

/** Blockers of one sentence, or of one figure, together, in the order of the text; those of the whole article last. */
export interface BlockerGroup {
  readonly sentence: number | null
  /** Index of the block of the figure that they concern. */
  readonly figure: number | null
  readonly blockers: readonly Blocker[]
}

export function groupBlockers(blockers: readonly Blocker[]): readonly BlockerGroup[] {
  const groups = new Map<number | string, Blocker[]>()
  for (const [at, blocker] of blockers.entries()) {
    const { sentence, figure } = blocker
    const key = sentence ?? (figure === undefined ? `article ${at}` : `figure ${figure}`)
    groups.set(key, [...(groups.get(key) ?? []), blocker])
  }
  return [...groups.values()].map((group) => ({
    sentence: group[0]?.sentence ?? null,
    figure: group[0]?.figure ?? null,
    blockers: group,
  }))
}
