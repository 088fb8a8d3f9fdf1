import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { useSelectedFigure } from '#components/editor/use-selected-figure.ts'
import type { FigureDesk } from '#components/figures/figure-desk.ts'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import { articleApi } from '#lib/collab/browser/api.ts'
import type { Upload } from '#lib/collab/browser/picture-uploads.ts'
import { HEAD_BYTES, pictureTypeOf } from '#lib/domain/figures/picture-file.ts'
import { insertFigure, removeFigure, setFigureMarks } from '#lib/editor/figures.ts'
import type { OpenArticle } from './open-article.ts'

export type OpenFigures = ReturnType<typeof useFigures>

/** The pictures of an open article: bringing them, and the one that is selected. `onShow`: its panel is wanted. */
export function useFigures(article: OpenArticle, live: ArticleEditor | null, onShow: () => void) {
  const t = useTranslations('workspace')
  const [trouble, setTrouble] = useState('')
  const [isWished, setWished] = useState(false)
  const wish = () => {
    onShow()
    setWished(true)
  }
  const bring = useBringing(article, setTrouble)
  const add = async (files: readonly File[], at: number | null) => {
    const taken = await bring.sort(files)
    if (!live || live.isDestroyed) return
    // The last first, at one place: so they stand in the order in which they were given.
    for (const file of taken.toReversed()) bring.start(insertFigure(live, at), file, false)
    if (!taken.length) return
    announce(taken.length > 1 ? t('picturesAdded', { count: taken.length }) : t('pictureAdded'))
    wish()
  }
  const wished = { isWished, onWished: () => setWished(false) }
  const desk = useDesk(article, live, bring, wished)
  return { add, trouble, dismiss: () => setTrouble(''), desk, wish }
}

type Bringing = ReturnType<typeof useBringing>

/** Files on their way into figures. */
function useBringing(
  { uploads, figureChanges, refresh, model }: OpenArticle,
  tell: (words: string) => void,
) {
  const t = useTranslations('workspace')
  const { id } = model.facts
  return useMemo(
    () => ({
      /** What is no picture is said at once, before anything is sent. */
      sort: async (files: readonly File[]) => {
        const { taken, refused } = await sorted(t, files)
        tell(refused.join(' '))
        return taken
      },
      /** `isStep`: the picture takes the place of another, and an undo brings that back. */
      start: (figure: string, file: File, isStep: boolean) =>
        uploads.start(figure, file, async (picture) => {
          // First the page knows the picture, then a figure names it.
          await refresh()
          if (isStep) figureChanges?.change(figure, { picture })
          else figureChanges?.arrive(figure, picture)
          announce(t('pictureUploaded'))
        }),
      takeOver: async (hash: string) => {
        const answer = await articleApi(id).takePicture(hash)
        if (answer.ok) await refresh()
        else tell(answer.message)
      },
      retry: (figure: string) => uploads.retry(figure),
      forget: (figure: string) => uploads.forget(figure),
    }),
    [uploads, figureChanges, refresh, id, tell, t],
  )
}

async function sorted(t: Words<'workspace'>, files: readonly File[]) {
  const taken: File[] = []
  const refused: string[] = []
  for (const file of files) {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    const type = pictureTypeOf(head, file.size)
    if (type.ok) taken.push(file)
    else refused.push(refusal(t, file.name, type.failure.message))
  }
  return { taken, refused }
}

const refusal = (t: Words<'workspace'>, file: string, reason: string) =>
  file ? t('pictureRefused', { file, reason }) : reason

/** The text says on a figure how far its picture is. */
function useUploadMarks(live: ArticleEditor | null, state: ReadonlyMap<string, Upload>) {
  const t = useTranslations('workspace')
  useEffect(() => {
    if (!live || live.isDestroyed) return
    const words = [...state].map(([id, upload]) => [id, uploadWords(t, upload)] as const)
    setFigureMarks(live.view, new Map(words))
  }, [live, state, t])
}

function uploadWords(t: Words<'workspace'>, upload: Upload): string {
  if (upload.kind === 'waiting') return t('uploadWaits')
  if (upload.kind === 'failed') return t('uploadFailed')
  if (upload.part >= 1) return t('uploadRead')
  return t('uploading', { percent: Math.round(upload.part * 100) })
}

function useDesk(
  article: OpenArticle,
  live: ArticleEditor | null,
  bring: Bringing,
  wished: Pick<FigureDesk, 'isWished' | 'onWished'>,
): FigureDesk | null {
  const t = useTranslations('workspace')
  const { model, uploads, figureChanges, createSource } = article
  const state = useSyncExternalStore(
    uploads.subscribe,
    () => uploads.view,
    () => uploads.view,
  )
  useUploadMarks(live, state)
  const selected = useSelectedFigure(live)
  const { figures, findSource, facts, view } = model
  const number = figures.findIndex(({ figure }) => figure.id === selected)
  const placed = figures[number]
  useSpoken(placed?.figure.id ?? null, placed?.figure.alt ?? '')
  if (!placed || !live || !figureChanges) return null
  const { id } = placed.figure
  return {
    ...wished,
    ...{ figure: placed, number: number + 1, count: figures.length, upload: state.get(id) },
    ...{ editable: !view.readOnly, findSource, sources: facts.sources, createSource },
    change: (change) => figureChanges.change(id, change),
    ...waysWith(placed.figure, bring),
    remove: () => {
      bring.forget(id)
      removeFigure(live, id)
      live.commands.focus()
      announce(t('pictureRemoved'))
    },
  }
}

function waysWith({ id, picture }: FigureDesk['figure']['figure'], bring: Bringing) {
  return {
    replace: async (files: readonly File[]) => {
      const [file] = await bring.sort(files)
      if (file) bring.start(id, file, picture !== null)
    },
    retry: () => bring.retry(id),
    takeOver: () => (picture === null ? undefined : bring.takeOver(picture)),
  }
}

/** Who cannot see that a figure is selected hears it. */
function useSpoken(id: string | null, alt: string) {
  const t = useTranslations('workspace')
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is said when it is selected, not while it is described
  useEffect(() => {
    if (id === null) return
    announce(alt ? t('pictureSelected', { description: alt }) : t('pictureSelectedBare'))
  }, [id])
}
