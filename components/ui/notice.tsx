import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'plain' | 'bad' | 'good'

const ICONS: Readonly<Record<Tone, IconName>> = { plain: 'clock', bad: 'warn', good: 'check' }

/** A sentence beside the thing that it is about. A bad one is read out at once; it can take the focus. */
export function Notice({
  tone = 'plain',
  children,
  ref,
}: {
  tone?: Tone
  children: ReactNode
  ref?: Ref<HTMLDivElement>
}) {
  const role = tone === 'bad' ? { role: 'alert' } : {}
  return (
    <div className={`notice ${tone}`} tabIndex={-1} ref={ref} {...role}>
      <Icon name={ICONS[tone]} />
      <div className="grow">{children}</div>
    </div>
  )
}
