import { useState } from 'react'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'

/** Where an action began, and where the focus goes back to when it ends. */
export type Origin = 'list' | 'panel'

export interface Picking {
  readonly sentence: number
  /** The citation that gets another source; null: a new citation. */
  readonly replaces: Citation | null
  readonly origin: Origin
  /** What to look for. */
  readonly text: string
  /** Of which one is made. */
  readonly files: readonly File[]
}

interface Opened {
  readonly sentence: number
  readonly citation: string | null
  /** The source that was just attached: its citation comes with the next reading of the article. */
  readonly source: string | null
  readonly origin: Origin
}

/** Which form of the panel is open: the search for a source, or one citation. They belong to one sentence. */
export function useOpenForms(sentence: number, editable: boolean) {
  const [picking, setPicking] = useState<Picking | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  return {
    picking: editable && picking?.sentence === sentence ? picking : null,
    opened: editable && opened?.sentence === sentence ? opened : null,
    openPicker: (
      origin: Origin,
      replaces: Citation | null = null,
      { text = '', files = [] }: Partial<Pick<Picking, 'text' | 'files'>> = {},
    ) => {
      setOpened(null)
      setPicking({ sentence, replaces, origin, text, files })
    },
    closePicker: () => setPicking(null),
    openCitation: (citation: string, origin: Origin) =>
      setOpened({ sentence, citation, source: null, origin }),
    /** The form of what was picked. */
    openPicked: (source: string) => {
      const { replaces = null, origin = 'panel' } = picking ?? {}
      setPicking(null)
      setOpened({ sentence, citation: replaces?.id ?? null, source, origin })
    },
    closeCitation: () => setOpened(null),
    closeAll: () => {
      setPicking(null)
      setOpened(null)
    },
  }
}
