/** A value that is computed when it is first asked for, once; `onCycle` answers for one that asks for itself. */
export function lazily<T>(compute: () => T, onCycle: () => T): () => T {
  let state: { readonly value: T } | "waiting" | "running" = "waiting";
  return () => {
    if (state === "running") return onCycle();
    if (state !== "waiting") return state.value;
    state = "running";
    try {
      const value = compute();
      state = { value };
      return value;
    } finally {
      if (state === "running") state = "waiting";
    }
  };
}
