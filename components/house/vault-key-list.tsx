import { useTranslations } from 'next-intl'
import { useRow } from '#components/ui/use-row.ts'
import type { Words } from '#components/ui/words.ts'

const THINGS = ['identities', 'recordings', 'webhooks', 'factors'] as const
type Thing = (typeof THINGS)[number]

interface VaultKey {
  readonly keyId: string
  readonly locksNow: boolean
  readonly locked: Readonly<Partial<Record<Thing, number>>>
}

/** The keys that lock things up, by their ids. */
export function VaultKeyList({ keys }: { keys: readonly VaultKey[] }) {
  const t = useTranslations('houseKeys')
  const row = useRow()
  if (!keys.length) return <p className="muted">{t('nothingLocked')}</p>
  return (
    <table className="desk register">
      <caption className="vh">{t('vaultKeys')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('key')}</th>
          <th scope="col">{t('hasLocked')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ keyId, locksNow, locked }) => (
          <tr key={keyId} className={locksNow ? '' : 'away'}>
            <td>
              <code className="anywhere">{keyId}</code>
            </td>
            <td>{row(lockedInWords(t, locked)) || t('nothingYet')}</td>
            <td>{locksNow ? <b>{t('locksNow')}</b> : t('opensLocked')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lockedInWords(t: Words<'houseKeys'>, locked: VaultKey['locked']): readonly string[] {
  return THINGS.flatMap((thing) => {
    const count = locked[thing] ?? 0
    return count ? [t(`locked.${thing}`, { count })] : []
  })
}
