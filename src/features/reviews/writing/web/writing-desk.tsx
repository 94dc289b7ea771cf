import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { boot } from '../../../../ui/client/boot.ts'
import { refresh } from '../../../../ui/client/hooks.ts'
import { useAddressWord } from '../../../../ui/components/address.tsx'
import { printFigure } from '../../figure-text.ts'
import { FigurePanel } from '../../web/figure-panel.tsx'
import type { ReviewAnswer } from '../../web/types.ts'
import { openEditor } from './editor.ts'
import type { FigureDesk } from './figure-field.ts'
import { enterRoom, type Room, type RoomState } from './room.ts'
import { RoomBar } from './room-bar.tsx'
import { Toolbar } from './toolbar.tsx'

const ENTERING: RoomState = { ready: false, line: 'cut', readOnly: false, present: [] }

/** The room of one text: who is in it, the tools, the text itself, and a figure that is open beside it. */
export function WritingDesk({ answer }: { answer: ReviewAnswer }) {
  const [figureId, setFigure] = useAddressWord('so-lieu')
  const { room, state } = useRoom(answer)
  const writing = answer.can.writeTogether === null && !state.readOnly && state.line !== 'closed'
  const desk = { faceOf: faceOf(answer, figureId), open: (id: string) => setFigure(figureId === id ? '' : id) }
  const { place, editor } = useEditor(state.ready ? room : null, desk, writing)
  return (
    <>
      <RoomBar state={state} writing={writing} />
      {editor && writing && <Toolbar editor={editor} />}
      <div className={figureId ? 'review-desk with-figure' : 'review-desk'}>
        <article className="review-paper written" ref={place} />
        {figureId && <FigurePanel key={figureId} review={answer} figureId={figureId} onClose={() => setFigure('')} />}
      </div>
    </>
  )
}

/** A figure as the records say now, beside the words that were last taken over into the text. */
const faceOf =
  ({ compiled, disputes }: ReviewAnswer, openId: string): FigureDesk['faceOf'] =>
  (id, seen) => {
    const figure = compiled.figures[id]
    const text = figure ? printFigure(figure) : seen
    return {
      text,
      moved: text !== seen,
      disputed: disputes.some(one => one.figureId === id && one.closedAt === null),
      open: openId === id,
    }
  }

/** Enters the room once, and asks for the figures anew when what was written has been kept. */
function useRoom({ review, compiled }: ReviewAnswer): { room: Room | null; state: RoomState } {
  const [room, setRoom] = useState<Room | null>(null)
  const [state, setState] = useState(ENTERING)
  const first = useRef(compiled.head.parties)
  useEffect(() => {
    const { me } = boot()
    if (!me) return undefined
    const side = first.current.find(party => party.bodyId === me.body.id)
    const seat = {
      accountId: me.accountId,
      bodyId: me.body.id,
      position: side?.position ?? 0,
      side: me.body.shortName,
      name: me.displayName,
    }
    const entered = enterRoom(review.id, seat, setState)
    setRoom(entered)
    return entered.leave
  }, [review.id])
  const { line } = state
  useEffect(() => {
    if (line === 'closed') void refresh(['reviews.'])
  }, [line])
  return { room, state }
}

/** The editor lives as long as its room; what it shows of figures follows the latest answer. */
function useEditor(room: Room | null, desk: FigureDesk, writing: boolean) {
  const place = useRef<HTMLElement>(null)
  const latest = useRef(desk)
  const [open, setOpen] = useState<{ editor: Editor; redraw: () => void } | null>(null)
  useEffect(() => {
    if (!room || !place.current) return undefined
    const opened = openEditor(place.current, room, {
      faceOf: (id, seen) => latest.current.faceOf(id, seen),
      open: id => latest.current.open(id),
    })
    setOpen(opened)
    return () => {
      setOpen(null)
      opened.editor.destroy()
    }
  }, [room])
  useEffect(() => {
    latest.current = desk
    open?.editor.setEditable(writing)
    open?.redraw()
  })
  return { place, editor: open?.editor ?? null }
}
