/** What is written with semicolons between: "Công an tỉnh; Hội Nông dân tỉnh". */
export const namesIn = (text: string): string[] =>
  text
    .split(';')
    .map(name => name.trim())
    .filter(Boolean)
