import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What functions write goes to one file, anew with every start; the terminal is for the runner's own words. */
export type FunctionOutput = {
  readonly file: string;
  readonly write: (text: string) => void;
  readonly close: () => void;
};

export function functionOutput(dataDir: string): FunctionOutput {
  const file = join(dataDir, 'functions.log');
  const handle = openSync(file, 'w');
  let isOpen = true;
  return {
    file,
    write: (text) => {
      if (isOpen) writeSync(handle, text);
    },
    close: () => {
      isOpen = false;
      closeSync(handle);
    },
  };
}
