'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

interface FileDropProps {
  /** What becomes of a file that is let go here. */
  readonly words: string
  /** The whole window counts as here: beside the place a browser would leave the page for the file. */
  readonly anywhere?: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A place that takes files which are dropped or pasted. There is a button beside it that does the same. */
export function FileDrop({ words, anywhere = false, onFiles, children }: FileDropProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const target = anywhere ? document.documentElement : place.current
    if (!target) return
    return listen(target, setOver, (files) => latest.current(files))
  }, [anywhere])
  return (
    <div ref={place} className="file-drop" data-over={isOver || undefined}>
      {children}
      {isOver && (
        <p className="file-over" aria-hidden>
          {words}
        </p>
      )}
    </div>
  )
}

function listen(
  target: HTMLElement,
  setOver: (isOver: boolean) => void,
  onFiles: (files: readonly File[]) => void,
) {
  const end = new AbortController()
  const { signal } = end
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const leave = ({ relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && target.contains(relatedTarget))) setOver(false)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    onFiles([...event.dataTransfer.files])
  }
  const paste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData)
    if (!files.length) return
    event.preventDefault()
    event.stopPropagation()
    onFiles(files)
  }
  target.addEventListener('dragover', over, { signal })
  target.addEventListener('dragleave', leave, { signal })
  target.addEventListener('drop', drop, { signal })
  target.addEventListener('paste', paste, { signal })
  return () => end.abort()
}

/** Programs put a picture of the words beside the words: then the words are meant. */
export function pastedFiles(data: Pick<DataTransfer, 'types' | 'files'> | null): readonly File[] {
  return data && !data.types.includes('text/plain') ? [...data.files] : []
}
