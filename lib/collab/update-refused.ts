/** Why an update is refused. `code` closes the socket; the browser knows each. */
export type Refusal =
  | 'malformed'
  | 'gap'
  | 'foreignClient'
  | 'foreignRoot'
  | 'tooLarge'
  | 'articleFull'
  | 'notAllowed'
  | 'notProposed'

export class UpdateRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UpdateRefused'
    this.refusal = refusal
  }
}
