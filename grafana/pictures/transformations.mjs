// The transformations that the dashboards use, as Grafana's documentation describes them, on rows of a table.
const KNOWN = {
  /** Rows of several queries with equal labels become one. */
  merge: (rows) => {
    const merged = new Map();
    for (const row of rows) {
      const key = JSON.stringify(
        Object.entries(row)
          .filter(([name]) => !name.startsWith('Value'))
          .sort(),
      );
      merged.set(key, { ...merged.get(key), ...row });
    }
    return [...merged.values()];
  },
  convertFieldType: (rows, { conversions }) =>
    rows.map((row) =>
      conversions.reduce((made, { targetField }) => ({ ...made, [targetField]: Number(made[targetField]) }), row),
    ),
  sortBy: (rows, { sort }) =>
    [...rows].sort((a, b) => (a[sort[0].field] - b[sort[0].field]) * (sort[0].desc ? -1 : 1)),
  groupingToMatrix: (rows, { columnField, rowField, valueField }) => {
    const matrix = new Map();
    for (const row of rows) {
      const made = matrix.get(row[rowField]) ?? { [`${rowField}\\${columnField}`]: row[rowField] };
      made[row[columnField]] = row[valueField];
      matrix.set(row[rowField], made);
    }
    return [...matrix.values()];
  },
  organize: (rows, { excludeByName, indexByName, renameByName }) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([name]) => !excludeByName[name])
          .sort(([a], [b]) => (indexByName[a] ?? 99) - (indexByName[b] ?? 99))
          .map(([name, value]) => [renameByName[name] ?? name, value]),
      ),
    ),
};

/** The rows after a panel's transformations. */
export function transformed(panel, rows) {
  return (panel.transformations ?? []).reduce((made, { id, options }) => {
    if (KNOWN[id] === undefined) {
      throw new Error(`${panel.title}: transformation ${id} is not known here`);
    }
    return KNOWN[id](made, options);
  }, rows);
}
