/** What was read in parts is not what one thread would read: other formats were looked for too often. */
export class ReadAnew extends Error {}
