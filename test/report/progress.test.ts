import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { startProgress } from '../../src/report/progress.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function terminal(stderrIsTerminal: boolean) {
  const written: string[] = [];
  return { written, stderrIsTerminal, stderr: (text: string) => void written.push(text) };
}

test('says nothing within the first second, nor to what is no terminal', () => {
  const quick = terminal(true);
  const progress = startProgress(quick);
  progress.step('reading');
  jest.advanceTimersByTime(900);
  progress.done();
  jest.advanceTimersByTime(900);
  expect(quick.written).toEqual([]);

  const pipe = terminal(false);
  startProgress(pipe).step('reading');
  jest.advanceTimersByTime(5000);
  expect(pipe.written).toEqual([]);
});

test('shows the current step after a second, without a newline, and removes it', () => {
  const slow = terminal(true);
  const progress = startProgress(slow);
  progress.step('reading\n');
  jest.advanceTimersByTime(1000);
  progress.step('too soon to repaint');
  jest.advanceTimersByTime(200);
  progress.step('writing');
  progress.done();
  expect(slow.written).toEqual(['\r\x1b[Kreading\\x0a', '\r\x1b[Kwriting', '\r\x1b[K']);
});
