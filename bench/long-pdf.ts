import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { WORK } from './generate-programme.ts'
import { type Random, seeded } from './random.ts'

const ARTICLES_ON_A_PAGE = 2
const CLAUSES_IN_AN_ARTICLE = 4
const HEAD = `CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC\n\ngiữa Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà và Sở Dân tộc và Tôn giáo tỉnh Sơn Hà giai đoạn 2026 - 2030`
const TITLES = ['Tuyên truyền', 'Giám sát', 'Phản biện xã hội', 'Trao đổi thông tin', 'Thăm hỏi', 'Bồi dưỡng', 'Khảo sát']
const TIMES = ['Hằng năm', 'Hằng quý', 'Thường xuyên', 'Định kỳ 6 tháng', 'Năm 2027']

/** A text PDF of so many pages, set as papers are: a programme of articles with numbered clauses. */
export function renderLongPdf(pages: number): Uint8Array {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold')] }] })
  const random = seeded(pages)
  const body = Array.from({ length: pages }, (_, page) => onePage(random, page * ARTICLES_ON_A_PAGE))
  const source = [
    '#set page(paper: "a4", margin: (left: 30mm, rest: 20mm), numbering: "1")',
    '#set text(font: "Tinos", size: 13pt, lang: "vi")',
    '#set par(justify: true)',
    HEAD,
    body.join('\n\n#pagebreak()\n\n'),
  ].join('\n\n')
  return new Uint8Array(compiler.pdf({ mainFileContent: source }))
}

function onePage(random: Random, articlesBefore: number): string {
  const article = (_: unknown, at: number) => oneArticle(random, articlesBefore + at + 1)
  return Array.from({ length: ARTICLES_ON_A_PAGE }, article).join('\n\n')
}

/** Words are picked anew each time: lines that come back on every page would be read as running heads. */
function oneArticle(random: Random, number: number): string {
  const clause = (_: unknown, at: number) =>
    `${at + 1}\\. ${random.pick(TIMES)}, ${random.pick(WORK).toLowerCase()}; mỗi năm ít nhất ${2 + random.below(8)} lần.`
  const clauses = Array.from({ length: CLAUSES_IN_AN_ARTICLE }, clause)
  return [`*Điều ${number}. ${random.pick(TITLES)}, ${random.pick(TITLES).toLowerCase()}*`, ...clauses].join('\n\n')
}
