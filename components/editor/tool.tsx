import { useTranslations } from 'next-intl'

interface ToolProps {
  readonly label: string
  readonly keys?: string
  /** Without it: an action, not a state. */
  readonly on?: boolean
  readonly onPress: () => void
  readonly children: React.ReactNode
}

/** A button of a bar above the text. */
export function Tool({ label, keys, on, onPress, children }: ToolProps) {
  const t = useTranslations('editor')
  return (
    <button
      type="button"
      className="btn quiet sm"
      aria-label={label}
      title={keys ? t('toolWithKeys', { tool: label, keys }) : label}
      {...(on !== undefined && { 'aria-pressed': on })}
      // The text keeps its selection: the button must not take the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
