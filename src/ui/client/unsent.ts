import { boot } from './boot.ts'
import { makeStore, type Store } from './store.ts'

export type UnsentCommand = { commandId: string; name: string; input: unknown; queuedAt: number }
export type KeptPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
export type Unsent = {
  list: Store<UnsentCommand[]>
  keep: (command: UnsentCommand) => void
  drop: (commandId: string) => void
}

function readList(text: string | null): UnsentCommand[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? (list as UnsentCommand[]) : []
  } catch {
    return []
  }
}

/** Commands that got no answer, kept in the browser in the order in which they were made. */
export function makeUnsent(place: KeptPlace, key: string): Unsent {
  const list = makeStore(readList(place.getItem(key)))
  const write = (commands: UnsentCommand[]) => {
    if (commands.length) place.setItem(key, JSON.stringify(commands))
    else place.removeItem(key)
    list.set(commands)
  }
  return {
    list,
    keep(command) {
      if (!list.get().some(kept => kept.commandId === command.commandId)) write([...list.get(), command])
    },
    drop(commandId) {
      if (list.get().some(kept => kept.commandId === commandId)) write(list.get().filter(kept => kept.commandId !== commandId))
    },
  }
}

let mine: Unsent | null = null

/** The unsent commands of the person signed in, in this seat; another person on the same machine has others, and so has another seat. */
export function unsent(): Unsent {
  const { me } = boot()
  const seat = me && me.body.id !== me.ownBody.id ? `.${me.body.id}` : ''
  mine ??= makeUnsent(localStorage, `phoihop.unsent.${me?.accountId ?? 'nobody'}${seat}`)
  return mine
}
