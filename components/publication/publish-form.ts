import { fromLocalInput } from '#components/ui/time-words.ts'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import { timeToCome } from '#lib/domain/publication/schedule.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import { advance, skippedBy } from '#lib/domain/review/states.ts'

/** Changes that a person chooses from once the first version is out. */
export const LATER_CHANGES = ['update', 'clarification', 'correction', 'retraction'] as const

export const CHANGE_MEANING: Readonly<Record<Change, string>> = {
  first: 'The article appears for the first time',
  update: 'New facts, nothing was wrong',
  clarification: 'Right, but could be misread',
  correction: 'Something was wrong',
  retraction: 'The article should not stand',
}

/** What the note for readers has to say; null: it may stay empty. */
export function noteOwed(
  { versions, state, schedule }: ArticleModel['facts'],
  change: Change | null,
) {
  if (!versions.length) {
    const from = state === 'scheduled' ? (schedule?.from ?? state) : state
    const isSkipped = skippedBy(from, 'published').length > 0
    return isSkipped ? 'It was not sent to review: say why that step is skipped.' : null
  }
  switch (change) {
    case 'correction':
      return null
    case 'retraction':
      return 'Say why the article should not stand.'
    default:
      return 'Say what changed and why.'
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
export function correctionOwed({ wrong, right, sentences }: CorrectionInput) {
  return {
    wrong: wrong.trim() ? null : 'Say what was wrong.',
    right: right.trim() ? null : 'Say what is right.',
    sentences: sentences?.length === 0 ? 'Choose a sentence, or those that changed.' : null,
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

function timeObstacle(when: string | null): string | null {
  if (when === null) return null
  const at = fromLocalInput(when)
  if (at === null) return 'Choose a date and a time.'
  const inTime = timeToCome(new Date(at), new Date())
  return inTime.ok ? null : inTime.failure.message
}

/** Why it cannot be published yet, in the order in which it is put right; empty: it can. */
export function obstaclesTo(
  model: ArticleModel,
  { change, note, correction, when }: PublishInput,
  blockers: readonly Blocker[],
  unanswered: readonly Warning[],
): readonly string[] {
  const { facts, view } = model
  if (!facts.rights.publish) return ['Only publishers publish.']
  const isRetraction = change === 'retraction'
  const found: (string | false | null)[] = [
    stateObstacle(facts.state),
    view.save.kind !== 'saved' && connectionObstacle(view.save.kind),
    !change && 'Say what kind of change it is.',
    blockers.length > 0 && !isRetraction && blockersWords(blockers),
    unanswered.length > 0 && !isRetraction && warningsWords(unanswered),
    !note.trim() && change !== null && noteOwed(facts, change),
    ...(change === 'correction' ? Object.values(correctionOwed(correction)) : []),
    timeObstacle(when),
  ]
  return found.filter((words) => typeof words === 'string')
}

function stateObstacle(state: ArticleModel['facts']['state']) {
  if (state === 'archived') return 'It is archived: take it back first.'
  if (state === 'retracted') return 'It is retracted: its last version stands as it is.'
  return null
}

function connectionObstacle(kind: ArticleModel['view']['save']['kind']): string {
  if (kind === 'saving') return 'Changes are being saved.'
  if (kind === 'signedOut') return 'You have been signed out: sign in again.'
  if (kind === 'outdated') return 'A newer Galley is running: reload this page.'
  return 'No connection: publishing needs the server.'
}

function blockersWords(blockers: readonly Blocker[]): string {
  const count = blockers.length
  return `${count} ${count === 1 ? 'thing stands' : 'things stand'} in the way.`
}

function warningsWords(warnings: readonly Warning[]): string {
  const count = warnings.length
  return `${count} ${count === 1 ? 'warning needs' : 'warnings need'} a reason.`
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
