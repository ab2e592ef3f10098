import { usePanel } from '../panel';
import type { Texts } from './texts';

/** The catalogue for components; preparers find it in their formats, as `formats.t`. */
export const useTexts = (): Texts => usePanel().formats.t;
