/**
 * What stands around a message, not only before it: the keys of logfmt, the fields of an export, the tags of a page, what a
 * supervisor or a logger adds at the end. All of it is nobody's words.
 */
import { csv, listed } from './frames/exports';
import { debugEntry, debugTerminal, dotnet, logfmt, logrus, monolog, signed } from './frames/loggers';
import { broken, hardBlanks, padding, paragraph } from './frames/pages';
import { glassfish, payara, supervised, verboseJournal, weblogic, worker } from './frames/supervisors';
import { common, type PeelerFamily, SOME, sharedBy } from './peeler';

/** So many lines have one where most messages have several lines. */
const FEW = 0.2;

export const FRAMES: readonly PeelerFamily[] = [
  hardBlanks,
  sharedBy(SOME, logrus),
  padding,
  sharedBy(SOME, supervised),
  verboseJournal,
  dotnet,
  common(logfmt),
  csv,
  common(listed),
  common(worker),
  sharedBy(FEW, signed),
  common(weblogic),
  common(glassfish),
  payara,
  common(monolog),
  debugTerminal,
  sharedBy(SOME, debugEntry),
  common(broken),
  common(paragraph),
];
