import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { historyApi } from '#lib/collab/browser/history-api.ts'
import type { NamedRun, WrittenSpan } from '#lib/domain/history/written.ts'
import { officialText } from '#lib/editor/official.ts'
import { placeOf } from '#lib/editor/places.ts'

export type WhoWroteState =
  | { readonly kind: 'closed' | 'asking' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'told'; readonly runs: readonly NamedRun[] }

/** Asks the server who wrote what is selected; without a selection, the paragraph that the caret is in. */
export function useWhoWrote(editor: Editor, articleId: string) {
  const t = useTranslations('editor')
  const api = useMemo(() => historyApi(articleId), [articleId])
  const [state, setState] = useState<WhoWroteState>({ kind: 'closed' })
  const close = () => setState({ kind: 'closed' })
  const ask = async () => {
    const spans = spansOf(editor)
    if (!spans.length) {
      return setState({ kind: 'refused', message: t('noTextHere') })
    }
    setState({ kind: 'asking' })
    const answer = await api.whoWrote(spans)
    setState(
      answer.ok
        ? { kind: 'told', runs: answer.value.runs }
        : { kind: 'refused', message: answer.message },
    )
  }
  return { state, ask, close }
}

/** So many paragraphs are asked about at once. */
const MOST = 1_000

function spansOf({ state: { doc, selection } }: Editor): readonly WrittenSpan[] {
  const [start, end] = [placeOf(doc, selection.from), placeOf(doc, selection.to)]
  const spans: WrittenSpan[] = []
  for (let at = start.block; at <= end.block && spans.length < MOST; at++) {
    const block = doc.maybeChild(at)
    if (!block || block.isAtom) continue
    const { length } = officialText(block)
    const from = at === start.block && !selection.empty ? start.offset : 0
    const to = at === end.block && !selection.empty ? end.offset : length
    if (to > from) spans.push({ block: String(block.attrs.id ?? ''), from, to })
  }
  return spans
}
