import type { VersionState } from '#lib/domain/publication/version.ts'
import type { Notice } from './reader-page.ts'
import { articlePath, versionPath } from './site.ts'

/**
 * What has become of a version since it was frozen, as its page tells it [VER11, FMT30]. It leads to the newest words that stand,
 * and says so where these are not the latest.
 */
export function noticesOf(
  { slug, number }: { readonly slug: string; readonly number: number },
  versions: readonly VersionState[],
): readonly Notice[] {
  const latest = versions.at(-1)
  if (!latest) return []
  if (latest.change === 'retraction') {
    const text = `This article has been retracted. ${latest.note}`.trim()
    const leads = number !== latest.number && latest.takenDownAt === null
    return [{ kind: 'retracted', text, ...(leads && { link: linkTo(slug, latest, latest) }) }]
  }
  const later = versions.filter((version) => version.number > number)
  if (!later.length) return []
  const corrects = later.some(({ change }) => change === 'correction')
  const became = corrects ? 'has been corrected since' : 'is not the latest'
  const gone =
    latest.takenDownAt === null
      ? ''
      : ` Version ${latest.number}, the latest, was taken down for reasons of law.`
  const standing = later.findLast(({ takenDownAt }) => takenDownAt === null)
  return [
    {
      kind: corrects ? 'corrected' : 'superseded',
      text: `Version ${number} ${became}.${gone}`,
      ...(standing && { link: linkTo(slug, standing, latest, corrects) }),
    },
  ]
}

function linkTo(slug: string, to: VersionState, latest: VersionState, corrects = false) {
  if (to !== latest)
    return { href: versionPath({ slug, number: to.number }), text: `Read version ${to.number}` }
  const what = corrects ? 'Read the corrected version' : 'Read the latest version'
  return { href: articlePath({ slug }), text: to.change === 'retraction' ? 'Read why' : what }
}
