import type { Export } from '../../engine/feature.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { shortDigest } from '../../kernel/short-digest.ts'
import { hyphened } from '../../kernel/vietnamese.ts'
import { type Paper, renderDocx, renderPdf } from '../documents/index.ts'
import { reviewName } from './compiling/compile.ts'
import { agreementsOf, compiledOf, compileLive, signersFor } from './freezing.ts'
import { citeAgreement, toPaper } from './paper.ts'
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
    const live = review.digest ? null : await compileLive(db, review)
    const compiled = live?.compiled ?? (await compiledOf(db, review))
    const code = review.state === 'draft' ? null : shortDigest(review.digest ?? live!.digest)
    const byPaper = (await agreementsOf(db, review)).filter(one => one.paper && one.digest === review.digest)
    const signers = await signersFor(db, acting, review, review.digest ?? live!.digest)
    const day = review.frozenAt ? vietnamDate(review.frozenAt) : today
    const paper = toPaper(compiled, { frozen: review.state === 'frozen', day, signers, code })
    for (const { bodyId, paper: cited } of byPaper)
      paper.blocks.push(citeAgreement(compiled.head.parties.find(one => one.bodyId === bodyId)?.name ?? '', cited!))
    return { paper, name: fileName(reviewName(review.period)) }
  },
  render: async ({ paper, name }: LoadedReview, format) => ({
    bytes: await (format === 'pdf' ? renderPdf(paper) : renderDocx(paper)),
    mediaType: MEDIA_TYPES[format]!,
    fileName: `${name}.${format}`,
  }),
}

/** "bao-cao-so-ket-6-thang-dau-nam-2026" */
const fileName = (name: string): string => `bao-cao-${hyphened(name)}`
