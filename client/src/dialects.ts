import type { Memento, Uri } from 'vscode';

const KEY = 'smtp.dialects';

/** Which dialect the user chose for a file, remembered in the workspace. */
export class DialectChoices {
  constructor(private readonly memento: Memento) {}

  all(): Readonly<Record<string, string>> {
    return this.memento.get<Record<string, string>>(KEY, {});
  }

  async choose(uri: Uri, dialect: string | null): Promise<void> {
    const { [uri.toString()]: _, ...others } = this.all();
    await this.memento.update(KEY, dialect === null ? others : { ...others, [uri.toString()]: dialect });
  }
}
