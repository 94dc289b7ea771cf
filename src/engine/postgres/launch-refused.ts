/** The database cannot be opened. The message is one clear Vietnamese sentence for the person at the command line. */
export class LaunchRefused extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'LaunchRefused'
  }
}
