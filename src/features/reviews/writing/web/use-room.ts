import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { boot } from '../../../../ui/client/boot.ts'
import { refresh } from '../../../../ui/client/hooks.ts'
import type { ReviewAnswer } from '../../web/types.ts'
import { openEditor } from './editor.ts'
import type { FigureDesk } from './figure-field.ts'
import { enterRoom, type Room, type RoomState } from './room.ts'

const ENTERING: RoomState = { ready: false, line: 'cut', readOnly: false, present: [] }

/** Enters the room once; where its door is shut the report is asked for anew. */
export function useRoom({ review, compiled }: ReviewAnswer): { room: Room | null; state: RoomState } {
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
  const over = state.line === 'closed' || state.readOnly
  useEffect(() => {
    if (over) void refresh(['reviews.'])
  }, [over])
  return { room, state }
}

/** The editor lives as long as its room; what it shows of figures follows the latest answer. */
export function useEditor(room: Room | null, desk: FigureDesk, writing: boolean) {
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
    if (open && open.editor.isEditable !== writing) open.editor.setEditable(writing)
    open?.redraw()
  })
  return { place, editor: open?.editor ?? null }
}
