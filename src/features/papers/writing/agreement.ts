import {
  type Clause,
  clauseBlocks,
  dashes,
  type Issue,
  type Paper,
  type PaperType,
  paperOf,
  paragraph,
} from '../../documents/index.ts'
import type { Agreement } from './contract.ts'

const TYPES: Record<Agreement['as'], PaperType> = { BGN: 'memorandum', BTT: 'agreement', BB: 'minutes' }
const COUNTED = ['', 'Một', 'Hai', 'Ba', 'Bốn']

/** What the sides agree on: who they are, the points under their numbers, and the signature of each (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4). */
export const agreementOf = (issue: Issue, { as, title, points, ending, sides }: Agreement): Paper =>
  paperOf(TYPES[as], issue, {
    subject: [title],
    blocks: [
      paragraph('Chúng tôi gồm:'),
      ...dashes(issue.bodies.map(({ name }, at) => `${name}, đại diện là ${sides[at]!.name}, ${sides[at]!.post}`)),
      paragraph(`${COUNTED[sides.length]} bên thống nhất các nội dung sau:`),
      ...clauseBlocks(clausesOf(points)),
      ...ending.map(paragraph),
    ],
    recipients: [...issue.bodies.map(body => body.name), 'Lưu: VT'],
  })

/** Points in their order; what begins with a dash stands under the one before it. */
export function clausesOf(points: readonly string[]): Clause[] {
  const clauses: { text: string; under: Clause[] }[] = []
  for (const point of points) {
    const under = clauses.at(-1)?.under
    if (under && /^[-–+]\s*/u.test(point)) under.push({ text: point.replace(/^[-–+]\s*/u, '') })
    else clauses.push({ text: point, under: [] })
  }
  return clauses
}
