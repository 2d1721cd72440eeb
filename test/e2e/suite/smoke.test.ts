import { deepEqual } from 'node:assert/strict';
import { extensions } from 'vscode';
import { screenshot } from './driver';

describe('the workbench', () => {
  it('has the extension', async () => {
    const ours = extensions.all.filter(({ id }) => id === 'smtp-transcripts.smtp-transcripts');
    deepEqual(
      ours.map(({ id }) => id),
      ['smtp-transcripts.smtp-transcripts'],
    );
    await screenshot('smoke');
  });
});
