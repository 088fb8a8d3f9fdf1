import { isSequence, keysInWords } from './chords.ts'
import { COMMANDS, type CommandId } from './key-table.ts'

/** The key of a command, drawn. */
export function KeyOf({ command }: { readonly command: CommandId }) {
  const [chord] = COMMANDS[command].keys
  return chord ? <Chord chord={chord} /> : null
}

export function Chord({ chord }: { readonly chord: string }) {
  return (
    <span className="chord">
      {keysInWords(chord).map((key, at) => (
        <span key={key}>
          {at > 0 && isSequence(chord) && <span className="muted"> then </span>}
          <kbd>{key}</kbd>
        </span>
      ))}
    </span>
  )
}
