import * as vscode from 'vscode';
import type { DocumentStatus } from '../../server/src/protocol';
import { LANGUAGE } from './client';
import type { Connection } from './connection';

/** Which dialect the open transcript is in, how sure that is, and a way to change it: in the status bar, the details
 * in the language status. */
export function showStatus(connection: Connection): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('smtp.dialect', { language: LANGUAGE });
  item.name = vscode.l10n.t('SMTP dialect');
  const bar = vscode.window.createStatusBarItem('smtp.dialect.bar', vscode.StatusBarAlignment.Right, 100);
  bar.name = vscode.l10n.t('SMTP dialect');
  bar.command = 'smtp.pickDialect';
  const known = new Map<string, DocumentStatus>();
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return bar.hide();
    describe(item, known.get(document.uri.toString()));
    bar.text = `$(mail) ${item.text}`;
    bar.tooltip = `${item.detail ?? ''}\n${vscode.l10n.t('Click to choose the program that wrote this file')}`;
    bar.show();
  };
  item.command = { command: 'smtp.pickDialect', title: vscode.l10n.t('Choose dialect') };
  const listening = connection.onStatus((uri, status) => {
    known.set(vscode.Uri.parse(uri).toString(), status);
    show();
  });
  const moving = vscode.window.onDidChangeActiveTextEditor(show);
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  show();
  return vscode.Disposable.from(item, bar, listening, moving, closing);
}

function describe(item: vscode.LanguageStatusItem, status: DocumentStatus | undefined): void {
  item.busy = status === undefined;
  if (status === undefined) {
    item.text = 'SMTP';
    item.detail = vscode.l10n.t('reading…');
    return;
  }
  const { dialect, confidence, chosen, sessions, findings } = status;
  item.text = dialect?.name ?? vscode.l10n.t('not recognised');
  item.severity =
    dialect === undefined ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  const sure = chosen ? vscode.l10n.t('chosen') : vscode.l10n.t('{0} % sure', Math.round(confidence * 100));
  const counts = vscode.l10n.t('{0} sessions, {1} findings', sessions, findings);
  item.detail = dialect === undefined ? vscode.l10n.t('choose the program that wrote it') : `${sure} · ${counts}`;
}
