// A slow machine is no failure: tests measure what happens, never how fast.
jest.setTimeout(60_000);
