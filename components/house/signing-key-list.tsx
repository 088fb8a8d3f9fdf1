import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'

interface SigningKey {
  readonly kid: string
  readonly since: string
  readonly signsNow: boolean
  readonly versions: number
}

/** The keys that sign versions, as readers find them. */
export function SigningKeyList({
  keys,
  unsigned,
}: {
  keys: readonly SigningKey[]
  unsigned: number
}) {
  const t = useTranslations('houseKeys')
  return (
    <>
      <table className="desk register">
        <caption className="vh">{t('signingKeys')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('key')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('signed')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ kid, since, signsNow, versions }) => (
            <tr key={kid} className={signsNow ? '' : 'away'}>
              <td>
                <code className="anywhere">{kid}</code>
              </td>
              <td>
                <When at={since} />
              </td>
              <td>{t('versions', { count: versions })}</td>
              <td>{signsNow ? <b>{t('signsNow')}</b> : t('keptForSigned')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unsigned > 0 && <p className="muted small">{t('unsigned', { count: unsigned })}</p>}
    </>
  )
}
