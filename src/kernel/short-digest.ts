/** The first twelve signs in fours, enough to compare by telephone and on paper: "3f9a 07bc 11d2". */
export const shortDigest = (digest: string): string => digest.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')
