import type { Words } from '#components/ui/words.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Messages } from '#lib/messages/messages.ts'

/** Where an article is, as a label, by its newest version: what was published last as a correction is corrected [STA9]. */
export function stateLabel(t: Words<'moving'>, state: State, change: string | null): string {
  return t(state === 'published' && change === 'correction' ? 'state.corrected' : `state.${state}`)
}

/** A step that a move leaves out, inside a sentence. */
export function stepNamed(t: Words<'moving'>, step: State): string {
  return t(step === 'inReview' || step === 'checked' ? `skipped.${step}` : `state.${step}`)
}

interface Move {
  readonly name: string
  /** What follows from it, for the one who is about to do it. */
  readonly means: string
}

type MoveName = keyof Messages['moving']['move']
type Names = Readonly<Partial<Record<State, MoveName>>>

const FORWARD: Names = {
  annotated: 'handOver',
  inReview: 'review',
  changesRequested: 'requestChanges',
  checked: 'check',
  legalRead: 'legalRead',
  ready: 'ready',
}

const BACK: Names = {
  inReview: 'backToReview',
  checked: 'backToChecked',
  legalRead: 'backToLegalRead',
}

const ORDER: readonly State[] = ['draft', 'annotated', 'inReview', 'checked', 'legalRead', 'ready']

/** Ahead first, then back, then out of the way. */
export function inOrder(from: State, ends: readonly State[]): readonly State[] {
  const rankOf = (to: State) => {
    if (to === 'archived') return 2
    return ORDER.indexOf(to) > ORDER.indexOf(from) ? 0 : 1
  }
  return ends.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** What a move is called depends on both ends. `version`: the number of the one that readers have. */
export function moveNamed(
  t: Words<'moving'>,
  from: State,
  to: State,
  version: number | null = null,
): Move {
  if (from === 'archived') return { name: t('takeBack'), means: againWords(t, to) }
  if (to === 'archived')
    return { name: t('archive'), means: `${t('archiving')} ${publicWords(t, version)}` }
  const name = nameOf(from, to)
  return { name: t(`move.${name}.name`), means: t(`move.${name}.means`) }
}

function nameOf(from: State, to: State): MoveName {
  if (from === 'published' && to === 'inReview') return 'reopen'
  if (from === 'legalRead' && to === 'ready') return 'read'
  const isBack = ORDER.indexOf(to) < ORDER.indexOf(from)
  return (isBack && BACK[to]) || (FORWARD[to] ?? 'toDraft')
}

function publicWords(t: Words<'moving'>, version: number | null): string {
  return version === null ? t('nothingPublic') : t('stayPublic', { count: version })
}

/** Nothing is taken back to a time that was set, nor to where it is. */
function againWords(t: Words<'moving'>, to: State): string {
  return to === 'scheduled' || to === 'archived' ? '' : t(`again.${to}`)
}
