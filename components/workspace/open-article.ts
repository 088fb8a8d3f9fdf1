import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { Annotator, type Together } from '#lib/collab/browser/annotator.ts'
import { type NewSource, sourcesApi } from '#lib/collab/browser/api.ts'
import type { Announced, ArticleSession } from '#lib/collab/browser/article-session.ts'
import { Divider } from '#lib/collab/browser/divider.ts'
import { PictureUploads } from '#lib/collab/browser/picture-uploads.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import { annotating } from '#lib/editor/binding.ts'
import { changeFigure, type FigureChange } from '#lib/editor/figures.ts'
import { bindingOf } from '#lib/editor/flat-collaboration.ts'
import type { ArticleModel } from './model.ts'
import { useContent } from './use-content.ts'
import { useCurrent } from './use-current.ts'
import { useFacts } from './use-facts.ts'
import { useHold } from './use-hold.ts'
import { useModel } from './use-model.ts'
import { usePendingSources } from './use-pending-sources.ts'
import { usePresent } from './use-present.ts'
import { useSession } from './use-session.ts'
import { useThreads } from './use-threads.ts'

/** An article as its page has it open: what it says, what the server knows of it, and the ways to change both. */
export function useOpenArticle(me: Actor, initial: ArticleFacts, people: ArticleModel['people']) {
  const { facts, refresh, remote } = useFacts(initial)
  const threads = useThreads(initial.id)
  const refreshThreads = threads.refresh
  const announced = useCallback(
    (type: Announced) => void (type === 'threads' ? refreshThreads() : refresh()),
    [refresh, refreshThreads],
  )
  const { session, view } = useSession(initial.id, me.id, announced)
  const { content, catchUp } = useContent(session)
  const present = usePresent(session, me)
  const editor = useRef<ArticleEditor | null>(null)
  const { current, spot, caret, selected, select } = useCurrent(content)
  const { annotate, divider, figureChanges } = useEvidence(session, editor)
  const links = usePendingSources(me.id, facts, view, annotate)
  const model = useModel(me, links.facts, view, content, current, people, present)
  const uploads = useUploads(initial.id)
  useHold(() => session?.isOnlyHere || uploads.view.size > 0 || links.isOnlyHere())
  const createSource = useCallback(
    async (source: NewSource) => {
      const answer = await sourcesApi.create(source)
      if (answer.ok) await refresh()
      return answer
    },
    [refresh],
  )
  const places = { spot, caret, selected, select }
  const ways = { annotate, divider, figureChanges, uploads, createSource, refresh }
  const sourceAt = links.sourceAt
  return { model, session, remote, editor, threads, catchUp, sourceAt, ...ways, ...places }
}

export type OpenArticle = ReturnType<typeof useOpenArticle>

/** What is said of a figure is a step of undo; that its picture has arrived is not: an undo takes the figure out. */
function figureChangesOf({ doc }: ArticleSession, together: Together) {
  return {
    change: (id: string, change: FigureChange) => together(() => changeFigure(doc, id, change)),
    arrive: (id: string, picture: string) => changeFigure(doc, id, { picture }),
  }
}

/** Pictures on their way outlive the modes of the page. What waits is sent when the device is connected again. */
function useUploads(articleId: string): PictureUploads {
  const uploads = useMemo(() => new PictureUploads(articleId), [articleId])
  useEffect(() => {
    const retry = () => uploads.retry()
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [uploads])
  return uploads
}

/** Changes of evidence and boundaries are steps of the editor's undo as long as there is an editor. */
function useEvidence(session: ArticleSession | null, editor: RefObject<ArticleEditor | null>) {
  return useMemo(() => {
    if (!session) return { annotate: null, divider: null, figureChanges: null }
    const together: Together = (run) => {
      const live = editor.current
      if (live && !live.isDestroyed) bindingOf(live).together(run)
      else session.doc.transact(run, annotating)
    }
    return {
      annotate: new Annotator(session, together),
      divider: new Divider(session, together),
      figureChanges: figureChangesOf(session, together),
    }
  }, [session, editor])
}
