const THINGS = {
  identities: ['confidential source', 'confidential sources'],
  recordings: ['recording', 'recordings'],
  webhooks: ['secret of a webhook', 'secrets of webhooks'],
  factors: ['second factor', 'second factors'],
} as const

type Thing = keyof typeof THINGS

interface VaultKey {
  readonly keyId: string
  readonly locksNow: boolean
  readonly locked: Readonly<Partial<Record<Thing, number>>>
}

/** The keys that lock things up, by their ids. */
export function VaultKeyList({ keys }: { keys: readonly VaultKey[] }) {
  if (!keys.length) return <p className="muted">Nothing is locked up.</p>
  return (
    <table className="desk register">
      <caption className="vh">Keys that lock things up</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Has locked</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ keyId, locksNow, locked }) => (
          <tr key={keyId} className={locksNow ? '' : 'away'}>
            <td>
              <code className="anywhere">{keyId}</code>
            </td>
            <td>{lockedInWords(locked) || 'Nothing yet'}</td>
            <td>{locksNow ? <b>Locks now</b> : 'Opens what it has locked'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lockedInWords(locked: VaultKey['locked']): string {
  return (Object.keys(THINGS) as Thing[])
    .flatMap((thing) => {
      const count = locked[thing] ?? 0
      return count ? [`${count} ${THINGS[thing][count === 1 ? 0 : 1]}`] : []
    })
    .join(', ')
}
