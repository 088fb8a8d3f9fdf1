import { Icon } from '#components/ui/icon.tsx'
import type { GivenFile } from '#lib/collab/browser/look-up.ts'

/** The file that is kept with the source. */
export function GivenFileLine({ file }: { readonly file: GivenFile }) {
  return (
    <div className="chosen">
      <Icon name="document" />
      <span className="grow">
        <b>
          <bdi>{file.name}</bdi>
        </b>
        <span className="muted num"> {sizeWords(file.bytes.length)}</span>
      </span>
    </div>
  )
}

function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024
    ? `${kilobytes.toLocaleString('en-GB')} kB`
    : `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}
