import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { vietnamDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { TextArea } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { asPosition, Shape } from '../../../../ui/components/mark.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { placeIn, standsAt, unmark } from './remark-mark.ts'
import type { DeskAnswer } from './types.ts'

export type Remarking = 'comment' | 'suggestion'
type PanelProps = { editor: Editor; reviewId: string; desk: DeskAnswer; making: Remarking | null; onMade: () => void }

/** What the sides say of places in the text, beside it; and the form for a new remark. */
export function RemarkPanel({ editor, reviewId, desk, making, onMade }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // On a narrow screen it lies below the whole text.
  useEffect(() => {
    if (making) heading.current?.focus()
  }, [making])
  const leave = () => {
    onMade()
    editor.commands.focus()
  }
  return (
    <aside className="remarks stack no-print" aria-labelledby="gop-y">
      <h2 id="gop-y" ref={heading} tabIndex={-1}>
        {t('writing.remarks')}
      </h2>
      {making && <RemarkForm key={making} editor={editor} reviewId={reviewId} kind={making} onDone={leave} />}
      {desk.remarks.length === 0 && !making && <p className="quiet">{t('writing.no-remarks')}</p>}
      <ul className="lines">
        {desk.remarks.map(one => (
          <RemarkLine key={one.id} remark={one} editor={editor} />
        ))}
      </ul>
    </aside>
  )
}

type Remark = DeskAnswer['remarks'][number]
const CLOSED = {
  accepted: 'writing.accepted',
  refused: 'writing.refused',
  settled: 'writing.settled',
  withdrawn: 'writing.withdrawn',
} as const

function RemarkLine({ remark, editor }: { remark: Remark; editor: Editor }) {
  const closing = useCommand<{ remarkId: string; outcome: string }>('reviews.close-remark')
  const close = async (outcome: keyof typeof CLOSED) => {
    if (!(await closing.send({ remarkId: remark.id, outcome }))) return
    if (outcome !== 'accepted') unmark(editor, remark.id)
    tell(t(CLOSED[outcome]))
  }
  const show = () => {
    const place = editor.view.dom.querySelector(`[data-remark="${remark.id}"]`)
    place?.scrollIntoView({ block: 'center' })
  }
  const busy = closing.state === 'sending'
  return (
    <li className="stack">
      <p className="mark">
        <Shape position={asPosition(remark.position)} duty={remark.position === 1 ? 'lead' : 'support'} />
        <b>{remark.side}</b>
        <span className="quiet small">{t('writing.said-on', { day: vietnamDate(new Date(remark.raisedAt)) })}</span>
      </p>
      <p>
        <button type="button" className="remark-quote" onClick={show}>
          “{remark.quote}”
        </button>
      </p>
      {remark.replacement !== null && (
        <p>{remark.replacement === '' ? t('writing.take-out') : t('writing.instead', { words: remark.replacement })}</p>
      )}
      {remark.note && <p>{remark.note}</p>}
      <div className="row">
        {remark.can.accept === null && (
          <>
            <Button busy={busy} onClick={() => void close('accepted')}>
              {t('writing.accept')}
            </Button>
            <Button look="plain" busy={busy} onClick={() => void close('refused')}>
              {t('writing.refuse')}
            </Button>
          </>
        )}
        {remark.can.settle === null && (
          <Button look="plain" busy={busy} onClick={() => void close('settled')}>
            {t('writing.settle')}
          </Button>
        )}
        {remark.can.withdraw === null && (
          <Button look="plain" busy={busy} onClick={() => void close('withdrawn')}>
            {t('writing.withdraw')}
          </Button>
        )}
      </div>
      <Problem of={closing} />
    </li>
  )
}

type FormProps = { editor: Editor; reviewId: string; kind: Remarking; onDone: () => void }

/** The place is marked in the text as soon as the remark is made, and found by its mark from then on. */
function RemarkForm({ editor, reviewId, kind, onDone }: FormProps) {
  const [place] = useState(() => placeIn(editor))
  const [words, setWords] = useState(kind === 'suggestion' ? (place?.quote ?? '') : '')
  const [note, setNote] = useState('')
  const raising = useCommand<object>('reviews.raise-remark')
  if (!place) return <p className="quiet">{t('writing.choose-words')}</p>
  if (kind === 'suggestion' && place.figures) return <p className="message">{t('writing.figure-stays')}</p>
  const send = async () => {
    const remarkId = newId()
    // What was written for these words goes to no others.
    const now = standsAt(editor, place)
    if (!now) return tell(t('writing.choose-words'))
    editor.chain().setTextSelection(now).setMark('remark', { id: remarkId }).run()
    const replacement = kind === 'suggestion' ? words : null
    const done = await raising.send({ remarkId, reviewId, quote: now.quote, note, replacement })
    if (!done) return unmark(editor, remarkId)
    tell(t('writing.raised'))
    onDone()
  }
  return (
    <Form
      submit={t(kind === 'suggestion' ? 'writing.suggest-send' : 'writing.comment-send')}
      busy={raising.state === 'sending'}
      onSubmit={() => void send()}
    >
      <p className="quiet">“{place.quote}”</p>
      {kind === 'suggestion' && (
        <TextArea label={t('writing.new-words')} help={t('writing.new-words-help')} value={words} onChange={setWords} />
      )}
      <TextArea
        label={t(kind === 'suggestion' ? 'writing.reason' : 'writing.comment')}
        required={kind === 'comment'}
        value={note}
        onChange={setNote}
        problem={raising.problemAt('note')}
      />
      <Problem of={raising} />
      <Button look="plain" onClick={onDone}>
        {t('part.close')}
      </Button>
    </Form>
  )
}
