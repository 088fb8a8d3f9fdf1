import { readFile } from 'node:fs/promises'

const LOOK_MS = 100
const PAGE_BYTES = 4096

/**
 * Calls when a process holds more memory than it may: a limit of the heap says nothing of buffers, and a PDF of two kilobytes
 * can unpack itself to gigabytes of them. Where there is no /proc nothing is watched. Gives back the end of it.
 */
export function watchMemory(pid: number, limitMib: number, tooMuch: () => void): () => void {
  const timer = setInterval(async () => {
    const held = await residentBytes(pid)
    if (held > limitMib * 1024 * 1024) tooMuch()
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function residentBytes(pid: number): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ')
    return Number(resident) * PAGE_BYTES
  } catch {
    // It has ended meanwhile, or this is another system.
    return 0
  }
}
