import { fold } from '../../../kernel/vietnamese.ts'

export type KnownBody = { id: string; name: string; shortName: string; email: string | null }
export type Recipient = { line: string; bodyId: string | null; name: string; email: string | null }

const bare = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The lines of "Nơi nhận" as bodies of the site where they name one; where the paper is kept and "Như trên" are no recipients. */
export function resolveRecipients(lines: readonly string[], bodies: readonly KnownBody[]): Recipient[] {
  return lines
    .map(line => line.replace(/^[-–\s]+|[.;,/\s]+$/gu, ''))
    .filter(line => line !== '' && !/^(lưu|như (trên|kính gửi))\b/iu.test(line))
    .map(line => {
      const found = bodies.find(body => [body.name, body.shortName].some(name => bare(name) === bare(line)))
      return { line, bodyId: found?.id ?? null, name: found?.name ?? line, email: found?.email ?? null }
    })
}
