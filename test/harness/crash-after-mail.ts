// Reminds like the server does and dies the moment a letter has left, before its fate is noted. Run by a test in a process of its own.
import { join } from 'node:path'
import { assemble, features, jobGround } from '../../src/app/registry.ts'
import { openDatabase } from '../../src/engine/db/database.ts'
import { openFileStore } from '../../src/engine/files/file-store.ts'
import { openJobQueue } from '../../src/engine/jobs.ts'
import { openKeyStore } from '../../src/engine/keys/key-store.ts'
import { openFolderDoor } from '../../src/engine/mail/folder-door.ts'
import type { MailDoor } from '../../src/engine/mail/mail-door.ts'

export type CrashTask = { config: object; mailDir: string; filesDir: string; siteUrl: string; now: string }

const { config, mailDir, filesDir, siteUrl, now }: CrashTask = JSON.parse(process.argv[2]!)
const door = openFolderDoor(mailDir, { from: 'phoihop@sonha.example' })
const mail: MailDoor = {
  ...door,
  send: async letter => {
    await door.send(letter)
    process.kill(process.pid, 'SIGKILL')
    return 'sent'
  },
}
const database = await openDatabase(config)
const jobs = await openJobQueue(config)
const engine = await assemble({
  database,
  jobs,
  files: openFileStore(filesDir),
  keys: openKeyStore(join(filesDir, 'keys')),
  mail,
  siteUrl,
  now: () => new Date(now),
})
const ground = jobGround(engine, { mail, siteUrl })
const remind = features.find(feature => feature.name === 'reminders')!.jobs!(ground)[0]!
await remind.run(null, new AbortController().signal)
process.exit(1)
