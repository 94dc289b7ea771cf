type Named = { name: string; parentName?: string | null; kind?: string }

/** A village with its commune, a commune alone: "thôn Nà Lốc, xã Nậm Mây"; "xã Nậm Mây". */
export const placeWords = ({ name, parentName, kind }: Named): string =>
  parentName && (kind === undefined || kind === 'village') ? `${name}, ${parentName}` : name

/** Several places in one line: "xã Nậm Mây; thôn Nà Lốc, xã Nậm Mây". */
export const placesWords = (places: readonly Named[]): string => places.map(placeWords).join('; ')

/** As at the beginning of a line: "Xã Nậm Mây". */
export const atBeginning = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
