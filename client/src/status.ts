import * as vscode from 'vscode';
import type { Place, Selected } from '../../server/src/features/place';
import type { DocumentStatus } from '../../server/src/protocol';
import { LANGUAGE } from './client';
import type { Connection } from './connection';

/**
 * In the status bar: which dialect the open transcript is in, with a way to change it; the session at the cursor, what is
 * in force there, and what the selected lines come to. How sure the dialect is stands in the language status.
 */
export function showStatus(connection: Connection): vscode.Disposable {
  const known = new Map<string, DocumentStatus>();
  const dialect = showDialect(known);
  const place = showPlace(connection);
  const listening = connection.onStatus((uri, status) => {
    known.set(vscode.Uri.parse(uri).toString(), status);
    dialect.update();
    place.update();
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  return vscode.Disposable.from(dialect, place, listening, closing);
}

/** A part of the status bar. */
interface Shown extends vscode.Disposable {
  update(): void;
}

function showDialect(known: ReadonlyMap<string, DocumentStatus>): Shown {
  const item = vscode.languages.createLanguageStatusItem('smtp.dialect', { language: LANGUAGE });
  item.name = vscode.l10n.t('SMTP dialect');
  item.command = { command: 'smtp.pickDialect', title: vscode.l10n.t('Choose dialect') };
  const bar = vscode.window.createStatusBarItem('smtp.dialect.bar', vscode.StatusBarAlignment.Right, 100);
  bar.name = vscode.l10n.t('SMTP dialect');
  bar.command = 'smtp.pickDialect';
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return bar.hide();
    describe(item, known.get(document.uri.toString()));
    bar.text = `$(mail) ${item.text}`;
    bar.tooltip = `${item.detail ?? ''}\n${vscode.l10n.t('Click to choose the program that wrote this file')}`;
    bar.show();
  };
  update();
  const moving = vscode.window.onDidChangeActiveTextEditor(update);
  return { update, dispose: () => vscode.Disposable.from(item, bar, moving).dispose() };
}

function showPlace(connection: Connection): Shown {
  const bar = vscode.window.createStatusBarItem('smtp.place.bar', vscode.StatusBarAlignment.Right, 101);
  bar.name = vscode.l10n.t('SMTP session at the cursor');
  let asked = 0;
  const ask = async () => {
    const own = ++asked;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== LANGUAGE) return bar.hide();
    const place = await connection.place(editor);
    // The cursor may have moved on.
    if (own !== asked) return;
    if (place === null) return bar.hide();
    bar.text = textOf(place);
    bar.tooltip = tooltipOf(place);
    bar.show();
  };
  const update = () => {
    if (connection.isRunning) ask().catch(() => bar.hide());
  };
  const moving = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) update();
    }),
  );
  return { update, dispose: () => vscode.Disposable.from(bar, moving).dispose() };
}

function textOf({ session, state, selected }: Place): string {
  if (selected === undefined) return vscode.l10n.t('Session {0}: {1}', session, state);
  return partsOf(selected).join(' · ');
}

function tooltipOf({ session, state, selected }: Place): string {
  const where = vscode.l10n.t('Session {0}: {1}', session, state);
  return selected === undefined
    ? where
    : `${where}\n${vscode.l10n.t('In the selected lines:')} ${partsOf(selected).join(', ')}`;
}

function partsOf({ exchanges, octets, seconds }: Selected): string[] {
  const duration = seconds === undefined ? [] : [`${seconds.toFixed(seconds < 10 ? 2 : 0)} s`];
  const count = exchanges === 1 ? vscode.l10n.t('1 exchange') : vscode.l10n.t('{0} exchanges', exchanges);
  return [count, ...duration, vscode.l10n.t('{0} bytes', octets)];
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
