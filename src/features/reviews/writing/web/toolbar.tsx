import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/y-tiptap'
import { useEffect, useState } from 'react'
import { Button } from '../../../../ui/components/button.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { FigureDesk } from './figure-field.ts'
import type { Remarking } from './remark-panel.tsx'
import { toggleDash } from './schema.ts'
import { addTable, dropRow } from './table-cells.ts'
import { movedIn, takeOver } from './taken-over.ts'
import { typedIn } from './typed-marks.ts'

export type Beside = Remarking | 'figures' | 'version' | 'parts' | null
type ToolbarProps = { editor: Editor; faceOf: FigureDesk['faceOf']; beside: Beside; onBeside: (beside: Beside) => void }

/** The few things that words need: lines of a list, a table, figures, remarks, and undoing of one's own. */
export function Toolbar({ editor, faceOf, beside, onBeside }: ToolbarProps) {
  useEveryChange(editor)
  const moved = movedIn(editor, faceOf)
  const open = (what: Beside) => onBeside(beside === what ? null : what)
  const inTable = editor.isActive('cell')
  const typed = typedIn(editor)
  return (
    <>
      <div className="toolbar no-print" role="toolbar" aria-label={t('writing.tools')}>
        <Button look="plain" onClick={() => toggleDash(editor)}>
          {t('writing.dash')}
        </Button>
        <Button look="plain" onClick={() => (inTable ? dropRow(editor) : addTable(editor))}>
          {t(inTable ? 'writing.drop-row' : 'writing.table')}
        </Button>
        <Button look="plain" aria-expanded={beside === 'figures'} onClick={() => open('figures')}>
          {t('writing.insert-figure')}
        </Button>
        <Button look="plain" aria-expanded={beside === 'comment'} onClick={() => open('comment')}>
          {t('writing.comment')}
        </Button>
        <Button look="plain" aria-expanded={beside === 'suggestion'} onClick={() => open('suggestion')}>
          {t('writing.suggest')}
        </Button>
        <Button look="plain" onClick={() => undo(editor.state)}>
          {t('writing.undo')}
        </Button>
        <Button look="plain" onClick={() => redo(editor.state)}>
          {t('writing.redo')}
        </Button>
        {moved > 0 && (
          <Button look="plain" onClick={() => takeOver(editor, faceOf)}>
            {t('writing.take-over', { count: moved })}
          </Button>
        )}
      </div>
      {typed > 0 && <p className="quiet small no-print">{t('writing.typed-numbers', { count: typed })}</p>}
    </>
  )
}

/** Draws anew with every change of the text or the place in it. */
function useEveryChange(editor: Editor): void {
  const [, count] = useState(0)
  useEffect(() => {
    const again = () => count(before => before + 1)
    editor.on('transaction', again)
    return () => void editor.off('transaction', again)
  }, [editor])
}
