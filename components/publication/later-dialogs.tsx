'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { Fetching, later, type Waiting } from '#components/ui/later.tsx'

const Coming = ({ props, ...waiting }: Waiting<{ readonly onClose: () => void }>) => {
  const t = useTranslations('moving')
  return (
    <Dialog title={t('menu')} isOpen onClose={props.onClose}>
      <Fetching {...waiting} />
    </Dialog>
  )
}

export const PlanDialog = later(async () => (await import('./plan-dialog.tsx')).PlanDialog, Coming)
export const MoveDialog = later(async () => (await import('./move-dialog.tsx')).MoveDialog, Coming)
