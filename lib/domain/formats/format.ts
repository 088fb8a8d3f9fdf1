import type { Version } from '#lib/domain/publication/version.ts'
import type { Site } from './site.ts'

/**
 * One way to write a version down. `render` reads the version and the address of the site and nothing else (no clock,
 * no request), so the same version gives the same bytes for ever [FMT1].
 */
export interface Format<Output extends string | Uint8Array = string | Uint8Array<ArrayBuffer>> {
  readonly id: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** What readers are offered it as. */
  readonly label: string
  /** Without a site, addresses are paths and what must be an IRI is a URN. */
  readonly render: (version: Version, site?: Site) => Output
}
