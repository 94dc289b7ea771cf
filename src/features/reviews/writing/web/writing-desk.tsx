import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { refresh, useAnswer } from '../../../../ui/client/hooks.ts'
import { useAddressWord } from '../../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../../ui/components/button.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { queryOf } from '../../figure-id.ts'
import { wordsOfFigures } from '../../figure-text.ts'
import { GUARDED } from '../../hidden-counts.ts'
import { PartsPanel } from '../../parts/web/parts-panel.tsx'
import type { PartsAnswer } from '../../parts/web/types.ts'
import { FigurePanel } from '../../web/figure-panel.tsx'
import type { ReviewAnswer } from '../../web/types.ts'
import { NOT_TOLD } from '../text.ts'
import { toldWords } from '../typed-numbers.ts'
import { showWriters } from './authorship.ts'
import { FigureChoice } from './figure-choice.tsx'
import type { FigureDesk } from './figure-field.ts'
import { OvertakenPanel } from './overtaken.tsx'
import { remarksIn } from './remark-mark.ts'
import { RemarkPanel } from './remark-panel.tsx'
import { RoomBar } from './room-bar.tsx'
import { SaveVersion } from './save-version.tsx'
import { type Beside, Toolbar } from './toolbar.tsx'
import { tellTyped } from './typed-marks.ts'
import type { DeskAnswer, LinesAnswer } from './types.ts'
import { useEditor, useRoom } from './use-room.ts'

const EVERY_MS = 10_000

/** What lies open beside the text, as the address names it. */
const WORDS = { figures: 'so-lieu', comment: 'gop-y', suggestion: 'de-nghi', version: 'phien-ban', parts: 'phan-giao' } as const
const BESIDE = Object.keys(WORDS) as (keyof typeof WORDS)[]

/** The room of one text: who is in it, the tools, the text itself, and beside it what the sides say or a figure that is open. `?canh=` opens what lies beside. */
export function WritingDesk({ answer }: { answer: ReviewAnswer }) {
  const [figureId, setFigure] = useAddressWord('so-lieu')
  const [opened, setOpened] = useAddressWord('canh')
  const beside = BESIDE.find(one => WORDS[one] === opened) ?? null
  const setBeside = (what: Beside) => setOpened(what ? WORDS[what] : '')
  const [authors, setAuthors] = useState(false)
  const answered = useAnswer<DeskAnswer>('reviews.text-desk', { reviewId: answer.review.id }, { every: EVERY_MS })
  const parts = useAnswer<PartsAnswer>('reviews.asked-parts', { reviewId: answer.review.id }, { every: EVERY_MS })
  const awaited = parts.data?.parts.filter(one => !one.arrived).length ?? 0
  const { room, state } = useRoom(answer)
  const writing = answer.can.writeTogether === null && !state.readOnly && state.line !== 'closed'
  const face = useMemo(() => faceOf(answer, figureId), [answer, figureId])
  const desk = { faceOf: face, open: (id: string) => setFigure(figureId === id || face(id, '').untold ? '' : id) }
  const { place, editor } = useEditor(state.ready ? room : null, desk, writing)
  useWriters(editor, authors ? (answered.data?.writers ?? null) : null)
  useRemarksOf(editor)
  useTypedMarks(editor, answer.review.id)
  const remarking = beside === 'comment' || beside === 'suggestion' ? beside : null
  const saving = beside === 'version'
  const remarks = answered.data && (remarking || answered.data.remarks.length > 0)
  return (
    <>
      <RoomBar state={state} writing={writing} authors={authors} onAuthors={setAuthors}>
        {writing && (
          <Button look="plain" aria-expanded={saving} onClick={() => setBeside(saving ? null : 'version')}>
            {t('versions.save')}
          </Button>
        )}
        {parts.data && (
          <Button look="plain" aria-expanded={beside === 'parts'} onClick={() => setBeside(beside === 'parts' ? null : 'parts')}>
            {awaited > 0 ? t('parts.open-some', { count: awaited }) : t('parts.title')}
          </Button>
        )}
        <ButtonLink look="plain" to={`/bao-cao/${answer.review.id}/phien-ban`}>
          {t('versions.title')}
        </ButtonLink>
      </RoomBar>
      {answered.data?.overtaken && (
        <OvertakenPanel reviewId={answer.review.id} overtaken={answered.data.overtaken} writing={writing} />
      )}
      {writing && saving && <SaveVersion reviewId={answer.review.id} room={room} onSaved={() => setBeside(null)} />}
      {parts.data && beside === 'parts' && <PartsPanel reviewId={answer.review.id} answer={parts.data} />}
      {editor && writing && <Toolbar editor={editor} faceOf={face} beside={beside} onBeside={setBeside} />}
      {editor && beside === 'figures' && <FigureChoice editor={editor} answer={answer} onClose={() => setBeside(null)} />}
      <div className={figureId || remarks ? 'figure-desk with-figure' : 'figure-desk'}>
        <article className="review-paper written" ref={place} />
        {figureId && <FigurePanel key={figureId} review={answer} figureId={figureId} onClose={() => setFigure('')} />}
        {!figureId && editor && answered.data && remarks && (
          <RemarkPanel
            editor={editor}
            reviewId={answer.review.id}
            desk={answered.data}
            making={writing ? remarking : null}
            onMade={() => setBeside(null)}
          />
        )}
      </div>
    </>
  )
}

/** A figure as the records say now, beside the words that were last taken over into the text. */
function faceOf({ compiled, disputes }: ReviewAnswer, openId: string): FigureDesk['faceOf'] {
  const words = wordsOfFigures(compiled)
  return (id, seen) => {
    // A count of few that is told no more is not shown from what once stood here either.
    const withheld = !words.has(id) && GUARDED.has(queryOf(id)?.kind ?? 'count')
    const text = words.get(id) ?? (withheld ? NOT_TOLD : seen)
    return {
      text,
      moved: !withheld && text !== seen,
      untold: withheld || (words.has(id) && !Object.hasOwn(compiled.figures, id)),
      disputed: disputes.some(one => one.figureId === id && one.closedAt === null),
      open: openId === id,
    }
  }
}

/** Shows which side wrote what; words typed since the last answer are told by the next one. */
function useWriters(editor: Editor | null, writers: Record<string, number> | null): void {
  const shown = writers ? JSON.stringify(writers) : ''
  useEffect(() => {
    if (editor) showWriters(editor.view, shown === '' ? null : (JSON.parse(shown) as Record<string, number>))
  }, [editor, shown])
}

/** Marks numbers typed by hand, once it is known what compiling tells. */
function useTypedMarks(editor: Editor | null, reviewId: string): void {
  const { data } = useAnswer<LinesAnswer>('reviews.compiled-lines', { reviewId })
  const told = data && toldWords(data.lines)
  useEffect(() => {
    if (editor && told !== undefined) tellTyped(editor, told)
  }, [editor, told])
}

/** A remark that comes into the text or goes from it: what lies beside the text is asked anew. */
function useRemarksOf(editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return undefined
    let before = remarksIn(editor.state.doc).join(' ')
    const compare = () => {
      const now = remarksIn(editor.state.doc).join(' ')
      if (now !== before) void refresh(['reviews.text-desk'])
      before = now
    }
    editor.on('update', compare)
    return () => void editor.off('update', compare)
  }, [editor])
}
