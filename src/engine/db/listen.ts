import pg from 'pg'

export type Listening = { end: () => Promise<void> }

/** Hears what triggers tell on a channel, on a connection of its own that is opened again when it is lost. */
export async function listenTo(config: pg.ClientConfig, channel: string, hear: (word: string) => void): Promise<Listening> {
  let ended = false
  let client: pg.Client
  const open = async () => {
    const opened = new pg.Client(config)
    client = opened
    opened.on('notification', ({ payload }) => hear(payload ?? ''))
    // A lost connection complains more than once, and ends once.
    opened.on('error', () => {})
    await opened.connect()
    await opened.query(`LISTEN ${opened.escapeIdentifier(channel)}`)
    opened.once('end', again)
  }
  const again = () => {
    if (ended) return
    setTimeout(() => void (ended || open().catch(again)), 1_000).unref()
  }
  await open()
  return {
    end: async () => {
      ended = true
      await client.end()
    },
  }
}
