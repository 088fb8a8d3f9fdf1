import type { Job } from './job.ts'
import type { Fetching } from './ports.ts'

/**
 * A process that does one job and ends. It has no settings, no secrets, no files to write and no programs to start:
 * whatever a stranger's bytes may talk it into, there is nothing to take.
 */
process.on('message', async (job: Job) => {
  process.send?.(await done(job), () => process.exit(0))
})
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0))

async function done(job: Job): Promise<unknown> {
  switch (job.type) {
    case 'fetch':
      return fetched(job)
    case 'read':
      return (await import('./read-file.ts')).readFile(job.bytes)
    case 'reference':
      return (await import('./read-reference.ts')).readReference(job.text)
    default:
      return job satisfies never
  }
}

async function fetched({ request, allowance }: Job & { type: 'fetch' }): Promise<Fetching> {
  const { guardedFetch } = await import('./guarded-fetch.ts')
  try {
    const answer = await guardedFetch(request, { allowance })
    const isGood = answer.status >= 200 && answer.status < 300
    const contentType = answer.headers.find(([name]) => name === 'content-type')?.[1] ?? ''
    const { readFile } = await import('./read-file.ts')
    const readable = isGood
      ? await readFile(answer.bytes, { contentType, url: answer.finalUrl })
      : null
    return { kind: 'answer', page: { ...answer, readable } }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'Refused') return { kind: 'refused', message: error.message }
    if (error.name === 'Unreachable') {
      const isOurs = 'isOurs' in error && error.isOurs === true
      return { kind: 'unreachable', message: error.message, isOurs }
    }
    throw error
  }
}
