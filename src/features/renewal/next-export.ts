import type { Export } from '../../engine/feature.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { renderDocx, renderPdf } from '../documents/index.ts'
import { draftNextInput } from './contract.ts'
import { type NextPaper, nextPaper } from './next-paper.ts'
import { loadNextPaper } from './prepare-next.ts'

const ASKED = /^([0-9a-f-]{36}(?:\+[0-9a-f-]{36}){0,3})_(\d{4})-(\d{4})$/
const asked = draftNextInput.omit({ draftId: true })

/** Named by the programmes that end and the new period: "<id>+<id>_2031-2035". */
export const nextExport: Export = {
  name: 'next-programme',
  formats: ['docx', 'pdf'],
  permission: { roles: anyRole, reach: 'party' },
  takes: id => ASKED.test(id),
  load: ({ db, today }, id) => {
    const [, ids = '', from, to] = ASKED.exec(id) ?? []
    const found = asked.safeParse({ programmeIds: ids.split('+'), from: Number(from), to: Number(to) })
    if (!found.success) throw new Refusal('not-found', { what: 'next-programme' })
    return loadNextPaper(db, found.data, today)
  },
  render: async (loaded: NextPaper, format) => ({
    bytes: await (format === 'pdf' ? renderPdf : renderDocx)(nextPaper(loaded)),
    mediaType: MEDIA_TYPES[format]!,
    fileName: `du-thao-chuong-trinh-${loaded.from}-${loaded.to}.${format}`,
  }),
}
const MEDIA_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
