/** The paper holds characters that the font of official papers lacks, such as pictographs; `characters` lists them. */
export class UnprintableText extends Error {
  readonly code = 'documents.unprintable_text'
  readonly characters: string[]
  constructor(characters: string[]) {
    super(`no glyph for ${characters.join(' ')}`)
    this.name = 'UnprintableText'
    this.characters = characters
  }
}
