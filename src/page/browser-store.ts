/** Where a browser keeps what was decided; a page that was opened as a file may have no such place. */
export type Store = { readonly load: () => string | null; readonly save: (text: string) => boolean };

export function browserStore(key: string): Store {
  return {
    load: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    save: (text) => {
      try {
        localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
