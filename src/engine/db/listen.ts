import pg from 'pg'

export type Listening = { end: () => Promise<void> }

/** Hears what triggers tell on a channel, on a connection of its own that is opened again when it is lost. */
export async function listenTo(config: pg.ClientConfig, channel: string, hear: (word: string) => void): Promise<Listening> {
  let ended = false
  let client: pg.Client
  const open = async () => {
    client = new pg.Client(config)
    client.on('notification', ({ payload }) => hear(payload ?? ''))
    client.on('error', () => again())
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
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
