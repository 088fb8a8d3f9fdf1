import type { ArticleEditor } from '#components/editor/article-editor.ts'
import type { Bound } from '#components/keys/use-commands.ts'
import { panelElement } from '#components/sourcing/rest-focus.ts'
import type { Words } from '#components/ui/words.ts'
import type { SaveState } from '#lib/collab/browser/save-state.ts'
import type { Mode } from './model.ts'
import { cycleRegions } from './regions.ts'

export interface WorkspaceCommands {
  readonly enter: (mode: Mode) => void
  readonly openHistory: () => void
  /** Null for those who may not. */
  readonly publish: (() => void) | null
  readonly goToProblem: (step: 1 | -1) => void
  readonly toggleFocus: () => void
  /** Null where Ctrl Enter sends what is being written. */
  readonly toggleSource: (() => void) | null
  readonly sayWhetherSaved: () => void
}

/** Keys of the whole page. */
export function workspaceKeys(commands: WorkspaceCommands): readonly Bound[] {
  const { enter, openHistory, publish, goToProblem, toggleFocus, toggleSource, sayWhetherSaved } =
    commands
  return [
    { id: 'goWrite', run: () => enter('write') },
    { id: 'goReview', run: () => enter('review') },
    { id: 'goHistory', run: openHistory },
    ...(publish ? [{ id: 'publish' as const, run: publish }] : []),
    { id: 'nextProblem', run: () => goToProblem(1) },
    { id: 'lastProblem', run: () => goToProblem(-1) },
    { id: 'panel', run: toggleFocus },
    { id: 'nextRegion', run: () => cycleRegions(1) },
    { id: 'lastRegion', run: () => cycleRegions(-1) },
    { id: 'saved', run: sayWhetherSaved },
    ...(toggleSource
      ? [{ id: 'sourceMode' as const, unless: '[data-sends]', run: toggleSource }]
      : []),
  ]
}

/** Text and panel, back and forth. */
export function toggleTextAndPanel(editor: ArticleEditor | null): void {
  const panel = panelElement() ?? document.querySelector<HTMLElement>('[data-panel=comments]')
  if (panel?.contains(document.activeElement)) editor?.commands.focus()
  else panel?.focus()
}

export function savedWords(t: Words<'workspace'>, { kind }: SaveState): string {
  return kind === 'saved' ? t('allSaved') : t('notSavedYet')
}
