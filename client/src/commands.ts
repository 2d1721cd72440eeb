import * as vscode from 'vscode';
import { LANGUAGE, type Server } from './client';
import type { DialectChoices } from './dialects';
import { openReference, showReference } from './views/referenceFiles';
import { sessionUri } from './views/sessionFiles';

export function registerCommands(server: Server, choices: DialectChoices): vscode.Disposable[] {
  const commands: Record<string, (...args: never[]) => unknown> = {
    'smtp.readAsTranscript': readAsTranscript,
    'smtp.pickDialect': (uri?: string) => pickDialect(server, choices, uri),
    'smtp.openReference': (key: string) => openReference(key),
    'smtp.lookUp': () => lookUp(server),
    'smtp.explain': () => explain(),
    'smtp.onlyThisSession': (uri?: string, key?: string) =>
      withSession(server, uri, key, (...at) => onlyThisSession(server, ...at)),
    'smtp.copySession': (uri?: string, key?: string) =>
      withSession(server, uri, key, (...at) => copySession(server, ...at)),
    'smtp.compareSessions': (uri?: string, key?: string) =>
      withSession(server, uri, key, (...at) => compareSessions(server, ...at)),
    'smtp.extractMessage': (uri?: string, line?: number) => extractMessage(server, uri, line),
    'smtp.turnOffRule': (code: string) => turnOffRule(code),
    'smtp.reportFormat': (uri?: string) => reportFormat(server, uri),
    'smtp.showFindings': () => vscode.commands.executeCommand('workbench.actions.view.problems'),
    'smtp.restartServer': () => server.restart(),
    'smtp.showOutput': () => server.output.show(),
  };
  return Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, run as (...args: unknown[]) => unknown),
  );
}

/** Treats the active file as a transcript, whatever its name. */
async function readAsTranscript(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open the file first that is to be read as a transcript.'),
    );
    return;
  }
  await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
}

async function pickDialect(server: Server, choices: DialectChoices, given: string | undefined): Promise<void> {
  const uri = given === undefined ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(given);
  if (uri === undefined) return;
  const connection = await server.ready();
  const dialects = await connection.dialects();
  const current = choices.all()[uri.toString()];
  const detect = { label: vscode.l10n.t('Detect automatically'), id: null };
  const picked = await vscode.window.showQuickPick(
    [
      detect,
      ...dialects.map(({ id, name }) => ({
        label: name,
        id,
        description: id === current ? vscode.l10n.t('chosen') : id,
      })),
    ],
    { title: vscode.l10n.t('Which program wrote this file?'), matchOnDescription: true },
  );
  if (picked === undefined) return;
  await choices.choose(uri, picked.id);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document !== undefined && document.languageId !== LANGUAGE) {
    await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  }
  await connection.chooseDialect(uri, picked.id);
}

/** The session that is meant: the one given, else that of the cursor. */
async function withSession(
  server: Server,
  uri: string | undefined,
  key: string | undefined,
  act: (uri: string, key: string) => Promise<void>,
): Promise<void> {
  if (uri !== undefined && key !== undefined) return act(uri, key);
  const editor = vscode.window.activeTextEditor;
  const connection = await server.ready();
  const place = editor?.document.languageId === LANGUAGE ? await connection.place(editor) : null;
  if (editor !== undefined && place !== null) return act(connection.uriOf(editor.document.uri), place.session);
  await vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into a session first.'));
}

/** Opens the lines of one session beside the log, in a document of their own. */
async function onlyThisSession(server: Server, uri: string, key: string): Promise<void> {
  const content = await (await server.ready()).sessionText(uri, key, 'lines');
  if (content === null) return;
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}

/** Puts a session on the clipboard for a ticket, secrets taken out. */
async function copySession(server: Server, uri: string, key: string): Promise<void> {
  const text = await (await server.ready()).sessionText(uri, key, 'markdown');
  if (text === null) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied session {0}, secrets left out', key), 4000);
}

/** Lays a session beside the one before it: what was said, without times and prefixes. */
async function compareSessions(server: Server, uri: string, key: string): Promise<void> {
  const before = await (await server.ready()).sessionBefore(uri, key);
  if (before === null) {
    await vscode.window.showInformationMessage(vscode.l10n.t('There is no session before this one.'));
    return;
  }
  const title = vscode.l10n.t('Session {0} ↔ session {1}', before, key);
  await vscode.commands.executeCommand('vscode.diff', sessionUri(uri, before), sessionUri(uri, key), title);
}

/** Opens the page of the code, verb or keyword under the cursor. */
async function explain(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const places =
    editor &&
    (await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeTypeDefinitionProvider',
      editor.document.uri,
      editor.selection.active,
    ));
  const [place] = places ?? [];
  if (place === undefined) {
    await vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to explain at the cursor.'));
    return;
  }
  await showReference('targetUri' in place ? place.targetUri : place.uri);
}

/** Saves the message at a line, else at the cursor, where the person says, and shows it. */
async function extractMessage(server: Server, uri: string | undefined, line: number | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = uri === undefined ? editor?.document.uri : vscode.Uri.parse(uri);
  const at = line ?? editor?.selection.end.line ?? 0;
  const connection = await server.ready();
  const message = document === undefined ? null : await connection.message(connection.uriOf(document), at);
  if (message === null || document === undefined) {
    await vscode.window.showInformationMessage(vscode.l10n.t('The log shows the data of no message here.'));
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: besideDocument(document, `-${at + 1}.eml`),
    filters: { [vscode.l10n.t('Message')]: ['eml'] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(message.text));
  await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.Beside });
  if (message.complete) return;
  await vscode.window.showInformationMessage(vscode.l10n.t('The log leaves out a part of this message.'));
}

/** A name for what is made of a document: in its folder, or in the workspace's when it has none. */
function besideDocument(document: vscode.Uri, ending: string): vscode.Uri {
  const name = document.path.slice(document.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '') + ending;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (document.scheme === 'untitled') return vscode.Uri.joinPath(folder ?? document, name);
  return vscode.Uri.joinPath(document, '..', name);
}

/** Sets a rule to `off`: in the workspace, or for everything where no folder is open. */
async function turnOffRule(code: string): Promise<void> {
  const { ConfigurationTarget, workspace } = vscode;
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  const settings = workspace.getConfiguration('smtp');
  const all = settings.inspect<Record<string, string>>('rules');
  const own = target === ConfigurationTarget.Global ? all?.globalValue : all?.workspaceValue;
  await settings.update('rules', { ...own, [code]: 'off' }, target);
}

/** Opens a report about the format of a file for the person to complete. Nothing is sent. */
async function reportFormat(server: Server, given: string | undefined): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const connection = await server.ready();
  // The server has only what is read as a transcript.
  if (given === undefined && document !== undefined && document.languageId !== LANGUAGE) await readAsTranscript();
  const uri = given ?? (document && connection.uriOf(document.uri));
  const report = uri === undefined ? null : await connection.formatReport(uri);
  if (report === null) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open the file first whose format is to be reported.'));
    return;
  }
  const opened = await vscode.workspace.openTextDocument({ language: 'markdown', content: report });
  await vscode.window.showTextDocument(opened, vscode.ViewColumn.Beside);
}

/** A search over every key of the reference, in both languages. */
async function lookUp(server: Server): Promise<void> {
  const keys = (await server.ready()).keys();
  const items = keys.then((all) =>
    all.map(({ key, kind, title }) => ({ label: key, description: title, detail: kind })),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Look up a code, verb, keyword, term, guide or rule'),
    matchOnDescription: true,
  });
  if (picked !== undefined) await openReference(picked.detail === 'guide' ? `guide/${picked.label}` : picked.label);
}
