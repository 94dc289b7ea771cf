import { fold } from '../../kernel/vietnamese.ts'
import { nameOf } from './kinds.ts'
import { type Copy, citationOf, type PaperRow } from './store.ts'

type Named = Pick<PaperRow, 'kind' | 'subject' | 'profile' | 'number' | 'letter' | 'symbol'>

/** "Báo cáo Sơ kết 6 tháng …", "Công văn V/v …". */
export const titleOf = ({ kind, subject }: Pick<PaperRow, 'kind' | 'subject'>): string => `${nameOf(kind)}: ${subject}`

/** Letters, digits and hyphens: safe in every mail and file system. */
export const safeName = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '-')

const bareNameOf = (paper: Named): string => safeName([nameOf(paper.kind), citationOf(paper) ?? paper.symbol].join(' '))

/** "bao-cao-05-bc-ubmttq.pdf" */
export const fileNameOf = (paper: Named): string => `${bareNameOf(paper)}.pdf`

/** Each original under a name of its own: "bao-cao-05-bc-ubmttq.pdf", "bao-cao-05-bc-ubmttq-2.pdf". */
export const namedOriginals = (paper: Named, originals: readonly Copy[]): { name: string; sha256: string }[] =>
  originals.map(({ sha256 }, at) => ({ name: `${bareNameOf(paper)}${at === 0 ? '' : `-${at + 1}`}.pdf`, sha256 }))
