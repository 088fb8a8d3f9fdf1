import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#components/ui/words.ts'
import type { GivenFile } from '#lib/collab/browser/look-up.ts'

/** The file that is kept with the source. */
export function GivenFileLine({ file }: { readonly file: GivenFile }) {
  const t = useTranslations('sourceForm')
  return (
    <div className="chosen">
      <Icon name="document" />
      <span className="grow">
        <b>
          <bdi>{file.name}</bdi>
        </b>
        <span className="muted num"> {sizeWords(t, file.bytes.length)}</span>
      </span>
    </div>
  )
}

function sizeWords(t: Words<'sourceForm'>, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024
    ? t('kilobytes', { size: kilobytes })
    : t('megabytes', { size: bytes / 1024 / 1024 })
}
