import { hyphened } from '../../kernel/vietnamese.ts'
import { nameOf } from './kinds.ts'
import { type Copy, citationOf, type PaperRow } from './store.ts'

type Named = Pick<PaperRow, 'kind' | 'subject' | 'profile' | 'number' | 'letter' | 'symbol'>

/** "Báo cáo Sơ kết 6 tháng …", "Công văn V/v …". */
export const titleOf = ({ kind, subject }: Pick<PaperRow, 'kind' | 'subject'>): string => `${nameOf(kind)}: ${subject}`

/** "bao-cao-05-bc-ubmttq" */
export const bareNameOf = (paper: Named): string => hyphened([nameOf(paper.kind), citationOf(paper) ?? paper.symbol].join(' '))

/** "bao-cao-05-bc-ubmttq.pdf" */
export const fileNameOf = (paper: Named): string => `${bareNameOf(paper)}.pdf`

/** Each original under a name of its own: "bao-cao-05-bc-ubmttq.pdf", "bao-cao-05-bc-ubmttq-2.pdf". */
export const namedOriginals = (paper: Named, originals: readonly Copy[]): { name: string; sha256: string }[] =>
  originals.map(({ sha256 }, at) => ({ name: `${bareNameOf(paper)}${at === 0 ? '' : `-${at + 1}`}.pdf`, sha256 }))
