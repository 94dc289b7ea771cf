import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { noteSettled } from '../../../../ui/client/local-copies.ts'
import { FRAGMENT } from '../text.ts'

/** Who is in the room, as the server says: the side's place and short name, and the person. */
export type Present = { bodyId: string; position: number; side: string; name: string }
/** `kept`: all that was written here has reached the server. `closed`: the door is shut, or the text is no longer written. */
export type RoomState = { ready: boolean; line: 'kept' | 'sending' | 'cut' | 'closed'; readOnly: boolean; present: Present[] }

export type Room = { doc: Y.Doc; provider: HocuspocusProvider; leave: () => void }

/**
 * Enters the room of a text. The document is held in memory and in this browser's own store, so that a cut line, a closed lid
 * or a restarted server lose nothing: what is here and what is there merge at the next joining.
 */
export function enterRoom(reviewId: string, me: Present & { accountId: string }, tell: (state: RoomState) => void): Room {
  const doc = new Y.Doc()
  const { protocol, host } = location
  const line = new HocuspocusProviderWebsocket({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/writing`,
    minDelay: 500,
    delay: 500,
    maxDelay: 10_000,
  })
  const provider = new HocuspocusProvider({ websocketProvider: line, name: reviewId, document: doc, token: 'cookie' })
  const copy = `phoihop.text.${me.accountId}.${reviewId}`
  const store = new IndexeddbPersistence(copy, doc)
  noteSettled(copy, false)
  const { accountId: _kept, ...shown } = me
  let shut = false
  let told = ''
  const now = () => {
    const state: RoomState = {
      ready: doc.getXmlFragment(FRAGMENT).length > 0,
      line: lineOf(),
      readOnly: provider.authorizedScope === 'readonly',
      present: presentIn(provider),
    }
    // Every move of a cursor comes by here.
    const said = JSON.stringify(state)
    if (said !== told) tell(state)
    told = said
  }
  const lineOf = (): RoomState['line'] => {
    if (shut) return 'closed'
    if (!provider.isSynced) return 'cut'
    return provider.hasUnsyncedChanges ? 'sending' : 'kept'
  }
  provider.setAwarenessField('user', shown)
  provider.on('authenticationFailed', () => {
    shut = true
    now()
  })
  for (const event of ['synced', 'status', 'disconnect', 'authenticated', 'unsyncedChanges', 'awarenessChange'])
    provider.on(event, now)
  store.on('synced', now)
  provider.attach()
  const leave = () => {
    // Of a text that is no longer written this browser keeps nothing, unless words wait here that never went out.
    const whole = !provider.hasUnsyncedChanges && (shut || provider.isSynced)
    const over = whole && (shut || provider.authorizedScope === 'readonly')
    noteSettled(copy, whole && !over)
    provider.destroy()
    line.destroy()
    void (over ? store.clearData() : store.destroy())
    doc.destroy()
  }
  return { doc, provider, leave }
}

function presentIn({ awareness }: HocuspocusProvider): Present[] {
  const seen = new Map<string, Present>()
  for (const state of awareness?.getStates().values() ?? []) {
    const user = state['user'] as Present | undefined
    if (user) seen.set(`${user.bodyId} ${user.name}`, user)
  }
  return [...seen.values()].toSorted((a, b) => a.position - b.position)
}
