/**
 * The single keys of a sentence's evidence, in words. Touch has the buttons that do the same. `where`: how one gets to the
 * place where they work, said while the focus is elsewhere.
 */
export function KeyHints({ where }: { readonly where?: string }) {
  return (
    <>
      {where && <p className="keys-where small muted">{where}</p>}
      <ul className="key-hints" aria-label="Keys">
        {HINTS.map(([keys, words]) => (
          <li key={keys}>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}

const HINTS: readonly (readonly [keys: string, words: string])[] = [
  ['1–9', 'attach and go on'],
  ['⇧1–9', 'attach and stay'],
  ['Space', 'same source as before'],
  ['X', 'nothing to check'],
  ['S', 'find or add a source'],
  ['L', 'passage or place'],
  ['C', 'confidence'],
  ['T', 'kind'],
  ['H', 'evidence still holds'],
  ['Del', 'remove the last source'],
  ['U', 'take back'],
  ['N', 'next to do'],
  ['J K', 'next, previous'],
]
