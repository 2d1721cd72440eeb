/** The floor of the language, a program of its own: streams a file and makes a string of each line, and does no more. */
import { createReadStream } from 'node:fs';

async function main(file: string): Promise<void> {
  let lines = 0;
  let characters = 0;
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const text = rest + chunk;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const line = text.slice(start, end);
      lines++;
      characters += line.length;
      start = end + 1;
    }
    rest = text.slice(start);
  }
  console.log(lines, characters + rest.length);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
