import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/y-tiptap'
import { Button } from '../../../../ui/components/button.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { toggleDash } from './schema.ts'

/** The few things that words need: a line of a list, and undoing of one's own. */
export function Toolbar({ editor }: { editor: Editor }) {
  return (
    <div className="toolbar no-print" role="toolbar" aria-label={t('writing.tools')}>
      <Button look="plain" onClick={() => toggleDash(editor)}>
        {t('writing.dash')}
      </Button>
      <Button look="plain" onClick={() => undo(editor.state)}>
        {t('writing.undo')}
      </Button>
      <Button look="plain" onClick={() => redo(editor.state)}>
        {t('writing.redo')}
      </Button>
    </div>
  )
}
