import type { Export } from '../../../../engine/feature.ts'
import { anyRole } from '../../../../kernel/permissions.ts'
import { type Paper, renderDocx, renderPdf } from '../../../documents/index.ts'
import { loadAmendment, loadConsolidated } from './load.ts'
import { amendmentPaper, consolidatedPaper } from './paper.ts'

const MEDIA_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

type Kind<Loaded> = {
  name: string
  file: string
  load: (...asked: Parameters<Export['load']>) => Promise<Loaded>
  paper: (loaded: Loaded) => Paper
}

const exportOf = <Loaded>({ name, file, load, paper }: Kind<Loaded>): Export => ({
  name,
  formats: ['docx', 'pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load,
  render: async (loaded: Loaded, format) => ({
    bytes: await (format === 'pdf' ? renderPdf : renderDocx)(paper(loaded)),
    mediaType: MEDIA_TYPES[format]!,
    fileName: `${file}.${format}`,
  }),
})

/** The amendment to be signed, and the text as it stands from its day on. */
export const amendmentExports: readonly Export[] = [
  exportOf({ name: 'amendment', file: 'chuong-trinh-sua-doi-bo-sung', load: loadAmendment, paper: amendmentPaper }),
  exportOf({ name: 'consolidated', file: 'van-ban-hop-nhat', load: loadConsolidated, paper: consolidatedPaper }),
]
