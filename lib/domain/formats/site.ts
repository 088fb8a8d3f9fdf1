import type { Version } from '#lib/domain/publication/version.ts'

/** Where versions are published: all that a format may know beside the version. */
export interface Site {
  /** Scheme and host, without a slash at the end; null where it is not known. */
  readonly base: string | null
  /** Name of the newspaper; empty for none. */
  readonly newspaper: string
}

export const NOWHERE: Site = { base: null, newspaper: '' }

type Addressed = Pick<Version, 'slug'>
type Numbered = Pick<Version, 'slug' | 'number'>

/** The page of an article: always its latest version. */
export function articlePath({ slug }: Addressed): string {
  return `/read/${encodeURIComponent(slug.toWellFormed())}`
}

/** The page of one version, for ever. */
export function versionPath({ slug, number }: Numbered): string {
  return `${articlePath({ slug })}/v/${number}`
}

/** One sentence of a version, for other programs. */
export function sentencePath(version: Numbered, id: string): string {
  return `${versionPath(version)}/s/${encodeURIComponent(id)}`
}

export function addressOf({ base }: Site, path: string): string {
  return (base ?? '') + path
}

/** What an article, or a part of it, is called wherever it stands and whatever its address becomes. */
export function urnOf({ articleId }: Pick<Version, 'articleId'>, part = ''): string {
  return `urn:uuid:${articleId}${part && `#${encodeURIComponent(part)}`}`
}
