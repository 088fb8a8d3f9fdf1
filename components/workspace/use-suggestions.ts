import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import type { Bound } from '#components/keys/use-commands.ts'
import type { SuggestControl } from '#components/suggestions/suggest-control.ts'
import { suggestionWords } from '#components/suggestions/suggestion-words.ts'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import type { ProposalVerdict } from '#lib/domain/text/proposals.ts'
import { bindingOf } from '#lib/editor/flat-collaboration.ts'
import { goToProposal, proposalAtCaret } from '#lib/editor/proposal-places.ts'
import { saidByOf, settleProposals } from '#lib/editor/settle-proposals.ts'
import type { OpenArticle } from './open-article.ts'

/** Whether one suggests or writes, and what everybody suggests. */
export interface Suggesting {
  /** True where what one writes becomes a suggestion. */
  readonly isOn: boolean
  /** Null for those who may only suggest, and for those who may do neither. */
  readonly toggle: (() => void) | null
  readonly control: SuggestControl
}

/** `editor` is the live one, null while there is none. */
export function useSuggestions(article: OpenArticle, editor: ArticleEditor | null): Suggesting {
  const { model, session, spot } = article
  const { view, proposals, me, people } = model
  const words = useTranslations('suggestions')
  const [wishes, setWishes] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const t = useTranslations('workspace')
  const mayWrite = view.loaded && !view.readOnly
  const isOn = view.suggests || (mayWrite && wishes)
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.storage.suggesting.isOn = isOn
  }, [editor, isOn])
  // Where the caret goes, the list goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the spot tells that the caret has moved
  useEffect(() => {
    const here =
      editor && !editor.isDestroyed && editor.isFocused ? proposalAtCaret(editor.state) : null
    if (here) setChosen(here)
  }, [spot, editor])
  const choose = (id: string) => {
    setChosen(id)
    if (editor && !editor.isDestroyed) goToProposal(editor.view, id)
  }
  const settle: SuggestControl['settle'] = (ids, verdict) => {
    const set = new Set(ids)
    const at = proposals.findIndex(({ id }) => set.has(id))
    const left = proposals.filter(({ id }) => !set.has(id))
    settleIn(t, session, editor, set, verdict)
    setChosen(left[Math.min(at, left.length - 1)]?.id ?? null)
  }
  const toggle = () => {
    setWishes(!wishes)
    announce(wishes ? t('writesNow') : t('suggestsNow'))
  }
  return {
    isOn,
    toggle: mayWrite ? toggle : null,
    control: {
      proposals,
      nameOf: (id) => people.find((person) => person.id === id)?.name ?? t('somebody'),
      saidBy: (id) => (session ? saidByOf(session.doc, id) : ''),
      wordsOf: (proposal) => suggestionWords(words, proposal, model.content.blocks),
      meId: me.id,
      maySettle: mayWrite,
      current: proposals.some(({ id }) => id === chosen) ? chosen : null,
      choose,
      settle,
    },
  }
}

/** One step of undo, as long as there is an editor. */
function settleIn(
  t: Words<'workspace'>,
  session: OpenArticle['session'],
  editor: ArticleEditor | null,
  ids: ReadonlySet<string>,
  verdict: ProposalVerdict,
) {
  if (!session) return
  const { doc, reader } = session
  const run = () => settleProposals(doc, reader.flat, (id) => ids.has(id), verdict)
  if (editor && !editor.isDestroyed) bindingOf(editor).together(run)
  else run()
  const count = ids.size
  announce(verdict === 'accept' ? t('accepted', { count }) : t('rejected', { count }))
}

/** From suggestion to suggestion, and settling, without leaving the text. With Alt some keyboards write another letter. */
export function suggestionKeys(
  t: Words<'workspace'>,
  { control, toggle }: Suggesting,
): readonly Bound[] {
  const { proposals, current, choose, settle, maySettle } = control
  const at = proposals.findIndex(({ id }) => id === current)
  const go = (step: 1 | -1) => () => {
    const next = proposals[at < 0 ? (step > 0 ? 0 : proposals.length - 1) : at + step]
    if (next) choose(next.id)
    else announce(proposals.length ? t('noFurther') : t('noSuggestions'))
  }
  const settleCurrent = (verdict: 'accept' | 'reject') => () => {
    if (current && maySettle) settle([current], verdict)
    else announce(t('chooseSuggestion'))
  }
  return [
    { id: 'nextSuggestion', run: go(1) },
    { id: 'lastSuggestion', run: go(-1) },
    { id: 'acceptSuggestion', run: settleCurrent('accept') },
    { id: 'rejectSuggestion', run: settleCurrent('reject') },
    ...(toggle ? [{ id: 'suggest' as const, run: toggle }] : []),
  ]
}
