import * as vscode from 'vscode';
import { LANGUAGE, type Server } from './client';
import type { DialectChoices } from './dialects';
import { openReference } from './views/referenceFiles';

export function registerCommands(server: Server, choices: DialectChoices): vscode.Disposable[] {
  const commands: Record<string, (...args: never[]) => unknown> = {
    'smtp.readAsTranscript': readAsTranscript,
    'smtp.pickDialect': (uri?: string) => pickDialect(server, choices, uri),
    'smtp.openReference': (key: string) => openReference(key),
    'smtp.lookUp': () => lookUp(server),
    'smtp.onlyThisSession': (uri: string, key: string) => onlyThisSession(server, uri, key),
    'smtp.copySession': (uri: string, key: string) => copySession(server, uri, key),
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
