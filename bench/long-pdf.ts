import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const CLAUSES_ON_A_PAGE = 10
const HEAD = `CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC\n\ngiữa Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà và Sở Dân tộc và Tôn giáo tỉnh Sơn Hà giai đoạn 2026 - 2030`
const WORK =
  'Hằng năm, hai cơ quan phối hợp tổ chức tuyên truyền, phổ biến pháp luật về đất đai, bảo vệ rừng tại các xã vùng cao, mỗi năm ít nhất 02 lớp cho cán bộ ở cơ sở.'

/** A text PDF of so many pages, set as papers are: a programme with ten clauses on each page. */
export function renderLongPdf(pages: number): Uint8Array {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold')] }] })
  const sections = Array.from({ length: pages }, (_, page) => section(page + 1))
  const source = [
    '#set page(paper: "a4", margin: (left: 30mm, rest: 20mm), numbering: "1")',
    '#set text(font: "Tinos", size: 13pt, lang: "vi")',
    '#set par(justify: true)',
    `${HEAD}\n\nII\\. NỘI DUNG PHỐI HỢP`,
    sections.join('\n\n#pagebreak()\n\n'),
  ].join('\n\n')
  return new Uint8Array(compiler.pdf({ mainFileContent: source }))
}

function section(number: number): string {
  const clause = (_: unknown, at: number) => `${number}.${at + 1}\\. ${WORK}`
  return [`${number}\\. Công tác thứ ${number}`, ...Array.from({ length: CLAUSES_ON_A_PAGE }, clause)].join('\n\n')
}
