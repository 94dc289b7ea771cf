import type { Export } from '../../engine/feature.ts'
import { renderDocx, renderPdf } from '../documents/index.ts'
import { type LetterContent, letterOf } from './letters.ts'
import { loadLetter } from './load-letter.ts'
import { HANDLE } from './rules.ts'

const FILE_NAMES = { forward: 'cong-van-chuyen-kien-nghi', urge: 'cong-van-don-doc' } as const
const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A letter on a petition as it would leave today, for the unit that handles it. */
const letterExport = (name: string, kind: LetterContent['kind']): Export => ({
  name,
  formats: ['pdf', 'docx'],
  permission: HANDLE,
  load: (context, id) => loadLetter(context, id, kind),
  render: async (loaded: LetterContent, format) => {
    const known = format === 'docx' ? 'docx' : 'pdf'
    const bytes = await (known === 'docx' ? renderDocx : renderPdf)(letterOf(loaded))
    return { bytes, mediaType: TYPES[known], fileName: `${FILE_NAMES[kind]}.${known}` }
  },
})

export const forwardExport = letterExport('petition-forwarding', 'forward')
export const urgeExport = letterExport('petition-urging', 'urge')
