/** The list of plans, narrowed to one programme and year. */
export const planAddress = (programmeId: string, year: number): string => `/ke-hoach?chuong-trinh=${programmeId}&nam=${year}`

/** The list of activities, narrowed to one clause. */
export const activitiesAddress = (programmeId: string, path: string): string =>
  `/hoat-dong?chuong-trinh=${programmeId}&muc=${encodeURIComponent(path)}`
