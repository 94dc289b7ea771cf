import { serve } from '../../engine/workers/serve.ts'
import { composePaper } from './compose.ts'
import type { Paper } from './contract.ts'

/** What the renderers ask of the worker. */
export type PaperTask = { format: 'pdf' | 'docx'; paper: Paper; createdAt: Date }

/** Each format loads its own library on first use: either is slow to load and large. */
serve({
  async answer({ format, paper, createdAt }: PaperTask): Promise<Uint8Array> {
    const sheet = composePaper(paper)
    if (format === 'pdf') return (await import('./typst.ts')).typesetPaper(sheet, paper.profile, createdAt)
    return (await import('./docx/build.ts')).buildDocx(sheet, paper.profile)
  },
})
