import type { Version } from '#lib/domain/publication/version.ts'

/**
 * One way to write a version down. `render` reads the version and nothing else (no clock, no request),
 * so the same version gives the same bytes for ever [FMT1].
 */
export interface Format<Output extends string | Uint8Array = string | Uint8Array<ArrayBuffer>> {
  readonly id: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  readonly render: (version: Version) => Output
}
