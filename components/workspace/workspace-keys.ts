import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { panelElement } from '#components/sourcing/panel-keys.ts'
import type { SaveState } from '#lib/collab/browser/save-state.ts'
import { cycleRegions } from './regions.ts'
import type { Hotkey } from './use-hotkeys.ts'

export interface WorkspaceCommands {
  readonly goToProblem: (step: 1 | -1) => void
  readonly toggleFocus: () => void
  /** Null where Ctrl Enter sends what is being written. */
  readonly toggleSource: (() => void) | null
  readonly sayWhetherSaved: () => void
}

/** Keys of the whole page. */
export function workspaceKeys(commands: WorkspaceCommands): readonly Hotkey[] {
  const { goToProblem, toggleFocus, toggleSource, sayWhetherSaved } = commands
  return [
    { key: 'ArrowDown', alt: true, run: () => goToProblem(1) },
    { key: 'ArrowUp', alt: true, run: () => goToProblem(-1) },
    { key: 'e', mod: true, shift: true, run: toggleFocus },
    { key: 'F6', run: () => cycleRegions(1) },
    { key: 'F6', shift: true, run: () => cycleRegions(-1) },
    { key: 's', mod: true, run: sayWhetherSaved },
    ...(toggleSource
      ? [{ key: 'Enter', mod: true, unless: '[data-sends]', run: toggleSource }]
      : []),
  ]
}

/** Text and panel, back and forth. */
export function toggleTextAndPanel(editor: ArticleEditor | null): void {
  const panel = panelElement() ?? document.querySelector<HTMLElement>('[data-panel=comments]')
  if (panel?.contains(document.activeElement)) editor?.commands.focus()
  else panel?.focus()
}

export function savedWords({ kind }: SaveState): string {
  return kind === 'saved' ? 'Everything is saved.' : 'Not saved yet.'
}
