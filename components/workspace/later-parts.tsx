import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { Fetching, later, laterDialog } from '#components/ui/later.tsx'

/** What an article's page shows only when somebody asks for it. */

export const ReviewMode = later(
  async () => (await import('#components/review/review-mode.tsx')).ReviewMode,
  (waiting) => (
    <div className="page">
      <Fetching {...waiting} />
    </div>
  ),
)

const usePublish = () => useTranslations('workspace')('publish')
const useArticleData = () => useTranslations('workspace')('articleData')
const usePeople = () => useTranslations('workspace')('people')
const useTray = () => useTranslations('workspace')('evidenceWithoutPlace')

export const PublishDialog = laterDialog(
  usePublish,
  async () => (await import('#components/publication/publish-dialog.tsx')).PublishDialog,
)

export const DataDialog = laterDialog(
  useArticleData,
  async () => (await import('#components/publication/data-dialog.tsx')).DataDialog,
)

export const PeopleDialog = laterDialog(
  usePeople,
  async () => (await import('#components/publication/people-dialog.tsx')).PeopleDialog,
)

export const ArticleTray = later(
  async () => (await import('./article-tray.tsx')).ArticleTray,
  ({ props, ...waiting }) => (
    <Dialog title={useTray()} isOpen onClose={props.onClose}>
      <Fetching {...waiting} />
    </Dialog>
  ),
)

export const FigurePanel = later(
  async () => (await import('#components/figures/figure-panel.tsx')).FigurePanel,
  ({ props, ...waiting }) => (
    <section className="panel-body figure-panel" tabIndex={-1} data-panel="sentence">
      <Fetching {...waiting} />
    </section>
  ),
)

export const Questions = later(
  async () => (await import('#components/questions/questions.tsx')).Questions,
  (waiting) => <Fetching {...waiting} />,
)

export const BlockerList = later(
  async () => (await import('#components/publication/blocker-list.tsx')).BlockerList,
  (waiting) => <Fetching {...waiting} />,
)
