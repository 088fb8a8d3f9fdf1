import { useTranslations } from 'next-intl'
/** What the three textures of a bar say. */
export function CoverageLegend() {
  const t = useTranslations('desk')
  return (
    <div className="legend">
      <span>
        <Sample part="c1" /> {t('tagged')}
      </span>
      <span>
        <Sample part="c2" /> {t('evidenced')}
      </span>
      <span>
        <Sample part="c3" /> {t('approved')}
      </span>
    </div>
  )
}

function Sample({ part }: { part: 'c1' | 'c2' | 'c3' }) {
  return (
    <span className="cov" aria-hidden="true">
      <i className={`${part} whole`} />
    </span>
  )
}
