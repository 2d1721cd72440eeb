/** The bundler turns Markdown files into their text. */
declare module '*.md' {
  const text: string;
  export default text;
}
