/** "CN=Cơ quan chứng thực\nO=Ban Cơ yếu" as a line to read: the name first, then what it belongs to. */
export const subjectOf = (told: string): string => {
  const parts = told.split('\n').map(part => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const)
  const find = (type: string) => parts.find(([name]) => name === type)?.[1]
  const named = ['CN', 'OU', 'O'].flatMap(type => find(type) ?? [])
  return [...new Set(named)].join(', ').normalize('NFC').slice(0, 300) || told.slice(0, 300)
}
