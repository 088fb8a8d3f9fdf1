/** What the embedded mode cannot promise, said where everybody sees it. */
export function EmbeddedNotice() {
  return <footer className="foot">Embedded database: survives a crash, not a power cut.</footer>
}
