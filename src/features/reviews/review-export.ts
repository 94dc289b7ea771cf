import type { Export } from '../../engine/feature.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { leaderOf } from '../agencies/index.ts'
import { type Paper, renderDocx, renderPdf } from '../documents/index.ts'
import { periodName } from './compiling/compile.ts'
import { compiledOf } from './freezing.ts'
import { toPaper } from './paper.ts'
import { getReview } from './store.ts'

export type LoadedReview = { paper: Paper; name: string }

const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The review as PDF or DOCX. Read within rights; set outside the transaction. */
export const reviewExport: Export = {
  name: 'review',
  formats: ['pdf', 'docx'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db, acting, today }, id): Promise<LoadedReview> => {
    const review = await getReview(db, id)
    const compiled = await compiledOf(db, review)
    const leader = typeof acting === 'string' ? null : await leaderOf(db, acting.bodyId)
    const day = review.frozenAt ? vietnamDate(review.frozenAt) : today
    const paper = toPaper(compiled, { frozen: review.state === 'frozen', day, leaders: leader ? [leader] : [] })
    return { paper, name: fileName(periodName(review.period)) }
  },
  render: async ({ paper, name }: LoadedReview, format) => ({
    bytes: await (format === 'pdf' ? renderPdf(paper) : renderDocx(paper)),
    mediaType: MEDIA_TYPES[format]!,
    fileName: `${name}.${format}`,
  }),
}

/** "bao-cao-so-ket-6-thang-dau-nam-2026": safe in every mail and file system. */
const fileName = (period: string): string => `bao-cao-so-ket-${fold(period).replaceAll(' ', '-')}`
