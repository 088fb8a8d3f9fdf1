'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { laterDialog } from '#components/ui/later.tsx'
import { useCommands } from './use-commands.ts'

const Palette = laterDialog(
  () => useTranslations('commands')('title'),
  async () => (await import('./palette.tsx')).Palette,
)

const KeyHelp = laterDialog(
  () => useTranslations('commands')('keys'),
  async () => (await import('./key-help.tsx')).KeyHelp,
)

/** The palette and the help, and the ways that there are from every page of the newsroom. */
export function KeyDesk() {
  const router = useRouter()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const close = () => setOpen(null)
  useCommands([
    { id: 'palette', run: () => setOpen('palette') },
    { id: 'help', run: () => setOpen('help') },
    { id: 'goDesk', run: () => router.push('/') },
    { id: 'goSources', run: () => router.push('/sources') },
  ])
  return (
    <>
      <Palette isOpen={open === 'palette'} onClose={close} />
      <KeyHelp isOpen={open === 'help'} onClose={close} />
    </>
  )
}
