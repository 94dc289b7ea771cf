/** `id` is a uuid: the Message-ID is made of it, so that one claim has one message. */
export type Mail = { id: string; to: string; subject: string; text: string; files?: readonly MailFile[] }
export type MailFile = { name: string; mediaType: string; bytes: Uint8Array }

/** Files as nodemailer takes them. */
export const attachmentsOf = (files: readonly MailFile[] = []) =>
  files.map(({ name, mediaType, bytes }) => ({ filename: name, contentType: mediaType, content: Buffer.from(bytes) }))

/** 'unknown': the other side may have taken it, and nothing can tell. */
export type Fate = 'sent' | 'not-sent' | 'unknown'

/** Where letters leave the house. Two doors ship: a mail server and a folder. */
export type MailDoor = {
  /** Hands one letter over; a failure is a fate and no error. */
  send: (mail: Mail) => Promise<Fate>
  /** What became of a letter whose sender died before it could note it. */
  fateOf: (id: string) => Promise<Fate>
}

/** Of whom every letter comes: "phoihop@sonha.example", with or without a name before it. */
export type Sender = { from: string }

/** "<018f…@sonha.example>": the same for the same letter, however often it is made. */
export const messageIdOf = (id: string, { from }: Sender): string => `<${id}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'}>`
