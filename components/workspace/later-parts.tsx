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

export const PublishDialog = laterDialog(
  'Publish',
  async () => (await import('#components/publication/publish-dialog.tsx')).PublishDialog,
)

export const DataDialog = laterDialog(
  'Article data',
  async () => (await import('#components/publication/data-dialog.tsx')).DataDialog,
)

export const PeopleDialog = laterDialog(
  'People',
  async () => (await import('#components/publication/people-dialog.tsx')).PeopleDialog,
)

export const ArticleTray = later(
  async () => (await import('./article-tray.tsx')).ArticleTray,
  ({ props, ...waiting }) => (
    <Dialog title="Evidence without a place" isOpen onClose={props.onClose}>
      <Fetching {...waiting} />
    </Dialog>
  ),
)
