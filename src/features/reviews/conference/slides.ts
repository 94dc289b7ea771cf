import type { CompiledBlock, Picture } from '../contract.ts'

/** One sheet on the projector: a heading with what stands under it. The first one is the report as a whole, the last ones are its pictures. */
export type Slide = { heading: string; blocks: CompiledBlock[]; picture?: Picture }

/** A report sheet by sheet, cut at its parts and clauses. A heading with nothing under it stands on the sheet of the next one. */
export function slidesOf(title: string, blocks: readonly CompiledBlock[], pictures: readonly Picture[] = []): Slide[] {
  const slides: Slide[] = [{ heading: title, blocks: [] }]
  for (const block of blocks) {
    const last = slides.at(-1)!
    if (block.kind === 'heading' && block.level < 3) {
      const heading = `${block.label} ${block.text}`
      if (last.blocks.length === 0 && slides.length > 1) last.heading = `${last.heading}. ${heading}`
      else slides.push({ heading, blocks: [] })
    } else last.blocks.push(block)
  }
  return [...slides, ...pictures.map(picture => ({ heading: picture.title, blocks: [], picture }))]
}

/** Of all that was said of a report, what was said before a sheet: a remark on other words was made at a desk. */
export function saidAt<Said extends { quote: string }>(slides: readonly Slide[], said: readonly Said[]): Said[] {
  const headings = new Set(slides.map(one => one.heading))
  return said.filter(one => headings.has(one.quote))
}

/** What the participants said, as the minutes write it down: under each heading what was said there. */
export function notesOf(remarks: readonly { quote: string; note: string }[]): string {
  const under = Map.groupBy(remarks, one => one.quote)
  return [...under].map(([heading, said]) => `${heading}\n${said.map(one => `- ${one.note}`).join('\n')}`).join('\n')
}
