/** The list of plans, narrowed to one programme and year. */
export const planAddress = (programmeId: string, year: number): string => `/ke-hoach?chuong-trinh=${programmeId}&nam=${year}`

/** The list of activities, narrowed to one clause. */
export const activitiesAddress = (programmeId: string, path: string): string =>
  `/hoat-dong?chuong-trinh=${programmeId}&muc=${encodeURIComponent(path)}`

/** The word of the address of an import that names the programmes which the paper goes on with. */
export const CONTINUES = 'tiep-noi'
export const signedAddress = (programmeIds: readonly string[]): string =>
  `/chuong-trinh/nhap?${CONTINUES}=${programmeIds.join('.')}`
export const continuing = (word: string): { continues?: string[] } => (word === '' ? {} : { continues: word.split('.') })
