/** What Leitai needs of a database: better-sqlite3's has it, and node:sqlite's where it was opened with `allowExtension: true`. */
export interface Loader {
  loadExtension(path: string): unknown;
}

/** Loads Leitai into an open database: from then on it has every llm_* table and function. */
export function load(db: Loader): void;

/** The path of the extension, as loadExtension() takes it. */
export function loadablePath(): string;
