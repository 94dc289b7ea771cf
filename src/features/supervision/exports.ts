import type { Export } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { type Paper, renderDocx, renderPdf } from '../documents/index.ts'
import { loadOverall, loadRegister } from './load-papers.ts'
import { overallPaper, registerPaper } from './papers.ts'
import { parsePeriod } from './periods.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

type Kind<Loaded> = {
  name: string
  file: string
  load: (context: QueryContext, id: string) => Promise<Loaded>
  paper: (loaded: Loaded) => Paper
}

const paperExport = <Loaded>({ name, file, load, paper }: Kind<Loaded>): Export => ({
  name,
  formats: ['pdf', 'docx'],
  permission: { roles: anyRole, reach: 'own' },
  takes: id => parsePeriod(id) !== null,
  load,
  render: async (loaded: Loaded, format) => {
    const known = format === 'docx' ? 'docx' : 'pdf'
    const bytes = await (known === 'docx' ? renderDocx : renderPdf)(paper(loaded))
    return { bytes, mediaType: TYPES[known], fileName: `${file}.${known}` }
  },
})

/** The register of supervisions of a quarter ("2026-2") or a year ("2026"), with its figures. */
export const registerExport = paperExport({
  name: 'supervision-register',
  file: 'ket-qua-giam-sat',
  load: loadRegister,
  paper: registerPaper,
})

/** The overall supervision of a year ("2026"): findings and what they propose for the next period. */
export const overallExport = paperExport({
  name: 'supervision-overall',
  file: 'giam-sat-tong-the',
  load: loadOverall,
  paper: overallPaper,
})
