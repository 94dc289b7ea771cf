import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const faces = ['400Regular', '400Regular_Italic', '700Bold']

/** Sets Typst markup as a PDF, for tests of the reader. */
export const typesetSample = (markup: string): Uint8Array => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: faces.map(face => join(fonts, face)) }] })
  const { result } = compiler.compile({ mainFileContent: `#set text(font: "Tinos", size: 13pt)\n${markup}` })
  if (!result) throw new Error('the sample does not compile')
  return new Uint8Array(compiler.pdf(result))
}

const clause = (page: number): string =>
  Array.from(
    { length: 12 },
    (_, i) => `${i + 1}. Nhiệm vụ ${i + 1} của trang ${page}: hai cơ quan phối hợp tuyên truyền, vận động đồng bào.`,
  ).join('\n\n')

/** A programme of `pages` pages with a running head and page numbers. */
export const typesetLongSample = (pages: number): Uint8Array => {
  const body = Array.from({ length: pages }, (_, i) => clause(i + 1).replace(/^(\d+)\./gm, String.raw`$1\.`)).join(
    '\n#pagebreak()\n',
  )
  const head = 'context align(center)[TẠP CHÍ SƠN HÀ/Số 12/Ngày 05-03-2026 #h(2cm) #counter(page).display()]'
  return typesetSample(`#set page(paper: "a4", header: ${head})\n${body}`)
}
