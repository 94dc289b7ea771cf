import type { Editor } from '@tiptap/core'
import { Button } from '../../../../ui/components/button.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { wordsOfFigures } from '../../figure-text.ts'
import { AnnexTable } from '../../web/annex-table.tsx'
import type { ReviewAnswer } from '../../web/types.ts'

type ChoiceProps = { editor: Editor; answer: ReviewAnswer; onClose: () => void }

const NONE: ReadonlySet<string> = new Set()

/** The table of figures, of which one is put where one writes. Figures are chosen, never typed. */
export function FigureChoice({ editor, answer: { compiled }, onClose }: ChoiceProps) {
  const put = (id: string) => {
    const seen = wordsOfFigures(compiled).get(id)
    if (seen) editor.chain().focus().insertContent({ type: 'figure', attrs: { id, seen } }).run()
  }
  return (
    <section className="figure-choice card no-print" aria-label={t('writing.insert-figure')}>
      <div className="row">
        <p className="quiet">{t('writing.choose-figure')}</p>
        <Button look="plain" onClick={onClose}>
          {t('part.close')}
        </Button>
      </div>
      <AnnexTable compiled={compiled} figures={{ open: '', onFigure: put, moved: NONE, disputed: NONE }} />
    </section>
  )
}
