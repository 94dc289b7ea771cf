import { serve } from '../../engine/workers/serve.ts'
import { composePaper } from './compose.ts'
import type { Paper } from './contract.ts'
import type { Art } from './signature-art.ts'

/** What the renderers ask of the worker. */
export type PaperTask =
  | { format: 'pdf' | 'docx'; paper: Paper; createdAt: Date }
  | { format: 'art'; art: Art; picture: Uint8Array | null }

/** Each format loads its own library on first use: either is slow to load and large. */
serve({
  async answer(task: PaperTask): Promise<Uint8Array> {
    if (task.format === 'art') return (await import('./typst.ts')).typesetArt(task.art, task.picture)
    const { format, paper, createdAt } = task
    const sheet = composePaper(paper)
    if (format === 'pdf') return (await import('./typst.ts')).typesetPaper(sheet, paper.profile, createdAt)
    return (await import('./docx/build.ts')).buildDocx(sheet, paper.profile)
  },
})
