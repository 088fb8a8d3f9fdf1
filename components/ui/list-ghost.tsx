import { useTranslations } from 'next-intl'

/** The shape of a list that is on its way. */
export function ListGhost() {
  const t = useTranslations('ui')
  return (
    <div className="page" aria-busy="true">
      <p className="vh" role="status">
        {t('loading')}
      </p>
      <span className="ghost head" />
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <div className="ghosts" key={row}>
          <span className="ghost" />
          <span className="ghost" />
          <span className="ghost" />
        </div>
      ))}
    </div>
  )
}
