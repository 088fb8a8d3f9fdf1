/** Prints the SHA-256 of every format of the test versions, for a test that runs it in another zone and language. */
import { createHash } from 'node:crypto'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { hostileVersion } from './version-hostile.ts'
import { largeVersion } from './version-large.ts'
import { scaleVersion } from './version-scale.ts'
import { smallVersion } from './version-small.ts'

export function formatHashes(): readonly string[] {
  const versions = [smallVersion(), largeVersion(), hostileVersion(), scaleVersion()]
  return versions.flatMap((version, at) =>
    FORMATS.map((format) => {
      const hash = createHash('sha256').update(format.render(version)).digest('hex')
      return `${at} ${format.id} ${hash}`
    }),
  )
}

if (import.meta.main) process.stdout.write(formatHashes().join('\n'))
