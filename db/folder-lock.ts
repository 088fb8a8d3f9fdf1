import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FolderLock {
  release(): void
}

/** Another process works on this folder of the embedded database. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The folder ${folder} is in use by another Galley process (pid ${pid}). ` +
        'Stop that process, or give this one a folder of its own with GALLEY_DATA.',
    )
    this.name = 'FolderInUse'
  }
}

/** Takes the folder for this process. A lock whose process has died is taken over. */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'galley.lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    // Written first and linked then, so that nobody ever reads a lock that names no process.
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${process.pid} ${startOf(process.pid)}\n`)
    try {
      linkSync(draft, path)
      return { release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
    const holder = liveHolder(path)
    if (holder !== null) throw new FolderInUse(folder, holder)
    rmSync(path, { force: true })
  }
  throw new Error(
    `Could not take the lock ${path}. Remove it if no other Galley process is running.`,
  )
}

/** Process id of the holder while it lives: a number that was given to another process since does not count. */
function liveHolder(path: string): number | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const [pid, start] = text.trim().split(' ')
  const holder = Number(pid)
  if (!holder) return null
  try {
    process.kill(holder, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  return startOf(holder) === (start ?? '') ? holder : null
}

/** When a process began, in the kernel's ticks; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
