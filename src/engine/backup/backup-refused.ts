/** A backup or a restore that is not possible. The message is one clear Vietnamese sentence for the person at the command line. */
export class BackupRefused extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'BackupRefused'
  }
}
