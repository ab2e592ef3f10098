import type { Locator } from 'playwright-core';

/** What the browser's own page offers; tests are compiled without the types of a page. */
interface Window {
  readonly document: { readonly activeElement: unknown };
  getComputedStyle(node: unknown): { getPropertyValue(name: string): string };
}

interface Box {
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** A computed style of an element, e.g. `color`. */
export const styleOf = (element: Locator, property: string): Promise<string> =>
  element.evaluate(
    (node: unknown, name) =>
      (globalThis as unknown as Window).getComputedStyle(node).getPropertyValue(name),
    property,
  );

/** Has the keyboard. */
export const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate(
    (node: unknown) => (globalThis as unknown as Window).document.activeElement === node,
  );

/** By how much an element's content is larger than what it shows, in CSS pixels. */
export const overflowOf = (
  element: Locator,
): Promise<{ readonly sidewaysPx: number; readonly downPx: number }> =>
  element.evaluate((node: unknown) => {
    const box = node as Box;
    return {
      sidewaysPx: box.scrollWidth - box.clientWidth,
      downPx: box.scrollHeight - box.clientHeight,
    };
  });

/** The theme that an element's text is drawn for, by the text's colour. */
export async function themeOf(element: Locator): Promise<'light' | 'dark' | 'unclear'> {
  const color = await styleOf(element, 'color');
  const parts = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  if (parts.length < 3) return 'unclear';
  const lightness = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  if (lightness < 100) return 'light';
  return lightness > 155 ? 'dark' : 'unclear';
}
