import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { PaperProfile } from './contract.ts'
import { layoutOf } from './layout.ts'
import type { Sheet } from './sheet.ts'
import type { Art } from './signature-art.ts'
import { UnprintableText } from './unprintable.ts'

const template = fileURLToPath(new URL('./paper.typ', import.meta.url))
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

const compiler = NodeCompiler.create({
  workspace: dirname(template),
  fontArgs: [{ fontPaths: faces.map(face => join(fonts, face)) }],
})

/**
 * Sets a composed paper as a tagged PDF/A-2a. Blocks the thread: only workers call it.
 * PDF/A is what makes Typst refuse a character that the font lacks; without it the character would vanish silently.
 * @throws UnprintableText for such characters, Error for a defect of the template or a missing font
 */
export function typesetPaper(sheet: Sheet, profile: PaperProfile, createdAt: Date): Uint8Array {
  const data = JSON.stringify({ layout: layoutOf(profile), sheet })
  const compiled = compiler.compile({ mainFilePath: template, inputs: { data } })
  refuseComplaints(compiled.takeDiagnostics())
  try {
    const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
    return new Uint8Array(compiler.pdf(compiled.result!, { pdfStandard: 'a-2a', creationTimestamp }))
  } catch (error) {
    throw exportError(error)
  } finally {
    compiler.evictCache(1)
  }
}

const artTemplate = fileURLToPath(new URL('./art.typ', import.meta.url))
const artPicture = fileURLToPath(new URL('./hinh.png', import.meta.url))

/** What a signature shows, as a page of just its size. `picture`: a PNG. Blocks the thread: only workers call it. */
export function typesetArt(art: Art, picture: Uint8Array | null): Uint8Array {
  if (picture) compiler.mapShadow(artPicture, Buffer.from(picture))
  try {
    const compiled = compiler.compile({ mainFilePath: artTemplate, inputs: { data: JSON.stringify(art) } })
    refuseComplaints(compiled.takeDiagnostics())
    return new Uint8Array(compiler.pdf(compiled.result!))
  } finally {
    compiler.unmapShadow(artPicture)
    compiler.evictCache(1)
  }
}

/** Typst goes on after warnings, such as an unknown font; an official paper does not. */
function refuseComplaints(diagnostics: NodeError | null): void {
  const complaints: { message: string }[] = diagnostics?.shortDiagnostics ?? []
  if (complaints.length > 0) throw new Error(`Typst: ${complaints.map(one => one.message).join('; ')}`)
}

/** The diagnostics of an export stand in the `code` of its error, written as Rust prints them. */
function exportError(error: unknown): Error {
  const details = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const missing = [...details.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(found => found[1]!)
  return missing.length > 0 ? new UnprintableText([...new Set(missing)]) : new Error(`Typst: ${details}`, { cause: error })
}
