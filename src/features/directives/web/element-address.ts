/** "2021-2025/DA9.2" → the path of its screen; the cycle and the code are two parts of it. */
export const elementAddress = (key: string): string => `/van-ban-chi-dao/muc-tieu/${key}`
