/** A realistic messy table: a title, units, dates, gaps, notes, a total row. */
export function messyTable(rows = 130): string {
  const cities = ['Paris', 'Berlin', 'berlin ', 'Rome'];
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = `2024-${two(1 + (row % 12))}-${two(1 + ((row * 7) % 28))}`;
    const price = `"$${1 + (row % 9)},${100 + ((row * 37) % 900)}.50"`;
    const visits = row % 65 === 7 ? '#DIV/0!' : (row * 5) % 31;
    const left = row % 13 === 0 ? 'yes' : 'no';
    return [row + 1, day, cities[row % 4], price, visits, `"note ${row}, ok"`, left].join(',');
  });
  const total = 'Total,,,"$600,000.00",1500,,';
  return ['Customers 2024', '', 'id,date,city,price,visits,note,left', ...lines, total, ''].join(
    '\n',
  );
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
