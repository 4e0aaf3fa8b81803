import { el } from '../dom.js';

/**
 * A table with a caption. `columns` are `{title, of, note, text}`: `of` answers a cell's text or node; the first
 * column heads its row; `text` columns are set flush left. It scrolls in itself on narrow screens, reachable by keyboard.
 */
export function table(caption, columns, rows, rowClass = () => null) {
  const align = (column) => (column.text ? 'text' : null);
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, columns.map((c) => el('th', { scope: 'col', title: c.note, class: align(c) }, c.title)))),
      el(
        'tbody',
        {},
        rows.map((row) =>
          el(
            'tr',
            { class: rowClass(row) },
            columns.map((c, i) => el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: align(c) }, c.of(row))),
          ),
        ),
      ),
    ),
  );
}
