import { runShare, type Share } from './fuzz-share.ts'

/** A process of `fuzz.ts`: runs the seeds that it is given, one share after the other. */
process.on('message', (share: Share) => {
  void runShare(share).then((sums) => process.send?.(sums))
})
