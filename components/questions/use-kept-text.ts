import { useCallback, useState } from 'react'

/** What was typed and not sent, for as long as the page lives. */
const kept = new Map<string, string>()

/** Words that outlive the field that they are typed in: who looks at another sentence finds them again. */
export function useKeptText(key: string): readonly [string, (text: string) => void] {
  const [, setTurn] = useState(0)
  const write = useCallback(
    (text: string) => {
      if (text) kept.set(key, text)
      else kept.delete(key)
      setTurn((turn) => turn + 1)
    },
    [key],
  )
  return [kept.get(key) ?? '', write]
}
