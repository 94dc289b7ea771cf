import { fold } from '../../kernel/vietnamese.ts'
import { nameOf } from './kinds.ts'
import { citationOf, type PaperRow } from './store.ts'

type Named = Pick<PaperRow, 'kind' | 'subject' | 'profile' | 'number' | 'letter' | 'symbol'>

/** "Báo cáo Sơ kết 6 tháng …", "Công văn V/v …". */
export const titleOf = ({ kind, subject }: Pick<PaperRow, 'kind' | 'subject'>): string => `${nameOf(kind)}: ${subject}`

/** "bao-cao-05-bc-ubmttq.pdf": safe in every mail and file system. */
export const fileNameOf = (paper: Named): string =>
  `${fold([nameOf(paper.kind), citationOf(paper) ?? paper.symbol].join(' ')).replace(/[^a-z0-9]+/g, '-')}.pdf`
