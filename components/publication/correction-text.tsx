interface CorrectionTextProps {
  readonly wrong: string
  readonly right: string
}

/** What readers are told of a correction, in their words. */
export function CorrectionText({ wrong, right }: CorrectionTextProps) {
  return (
    <>
      {wrong.trim() && (
        <span>
          <b>What was wrong:</b> <bdi>{wrong.trim()}</bdi>{' '}
        </span>
      )}
      {right.trim() && (
        <span>
          <b>What is right:</b> <bdi>{right.trim()}</bdi>{' '}
        </span>
      )}
    </>
  )
}
