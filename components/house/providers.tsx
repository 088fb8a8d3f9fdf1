import { useTranslations } from 'next-intl'

interface ProvidersProps {
  readonly action: (form: FormData) => Promise<void>
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly next: string
}

/** A button for each place where people can sign in, above the password. */
export function Providers({ action, providers, next }: ProvidersProps) {
  const t = useTranslations('gateway')
  if (!providers.length) return null
  return (
    <form className="form providers" action={action}>
      <input type="hidden" name="next" value={next} />
      {providers.map(({ id, name }) => (
        <button key={id} type="submit" name="provider" value={id} className="btn">
          {t('signInWith', { provider: name })}
        </button>
      ))}
      <p className="or muted small">{t('orPassword')}</p>
    </form>
  )
}
