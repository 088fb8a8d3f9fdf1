import { When } from '#components/ui/when.tsx'

interface SigningKey {
  readonly kid: string
  readonly since: string
  readonly signsNow: boolean
  readonly versions: number
}

/** The keys that sign versions, as readers find them. */
export function SigningKeyList({
  keys,
  unsigned,
}: {
  keys: readonly SigningKey[]
  unsigned: number
}) {
  return (
    <>
      <table className="desk register">
        <caption className="vh">Keys that sign versions</caption>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Since</th>
            <th scope="col">Signed</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ kid, since, signsNow, versions }) => (
            <tr key={kid} className={signsNow ? '' : 'away'}>
              <td>
                <code className="anywhere">{kid}</code>
              </td>
              <td>
                <When at={since} />
              </td>
              <td>{versions === 1 ? '1 version' : `${versions} versions`}</td>
              <td>{signsNow ? <b>Signs now</b> : 'Kept for what it signed'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unsigned > 0 && (
        <p className="muted small">
          {unsigned === 1 ? '1 version is' : `${unsigned} versions are`} from before versions were
          signed.
        </p>
      )}
    </>
  )
}
