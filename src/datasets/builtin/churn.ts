/**
 * Invented bank customers with the columns and the broad statistics of the well-known bank-churn
 * table (Churn_Modelling.csv): shares, means and spreads of each column, and who tends to leave
 * (older, inactive, German, female, one product or more than two). No row is a real person.
 */
import { type Dice, dice } from '../random.js';
import type { Table } from '../table.js';

const churnRows = 10_000;
const seed = 2037;

const countries = { France: 0.501, Germany: 0.251, Spain: 0.248 };
type Country = keyof typeof countries;

/** A customer's number of products depends on whether there is money in the account. */
const productsWithBalance = { '1': 0.655, '2': 0.312, '3': 0.026, '4': 0.007 };
const productsWithoutBalance = { '1': 0.25, '2': 0.719, '3': 0.027, '4': 0.004 };
type Products = keyof typeof productsWithBalance;

interface Customer {
  readonly country: Country;
  readonly female: boolean;
  readonly age: number;
  readonly active: boolean;
  readonly balance: number;
  readonly products: Products;
}

/** Log-odds added by the number of products; one product is the reference. */
const productEffect: Readonly<Record<Products, number>> = { '1': 0, '2': -1.9, '3': 3, '4': 5 };

/** Log-odds of leaving. Age acts as a hump that is higher and later for inactive customers. */
function leavingLogit(customer: Customer): number {
  const { age, active } = customer;
  const hump = active
    ? 2.8 * Math.exp(-(((age - 53) / 10) ** 2))
    : 5.2 * Math.exp(-(((age - 59) / 16) ** 2));
  return (
    (active ? -3.1 : -2.8) +
    hump +
    productEffect[customer.products] +
    (customer.country === 'Germany' ? 0.85 : 0) +
    (customer.female ? 0.65 : 0)
  );
}

function customer(random: Dice): Customer {
  const country = random.pick(countries);
  const empty = country !== 'Germany' && random.chance(0.483);
  return {
    country,
    female: random.chance(0.454),
    age: between(Math.round(Math.exp(random.normal(3.626, 0.262))), 18, 92),
    active: random.chance(0.515),
    balance: empty ? 0 : between(random.normal(119_827, 30_093), 3_000, 251_000),
    products: random.pick(empty ? productsWithoutBalance : productsWithBalance),
  };
}

const starts = ['Al', 'Ber', 'Car', 'Dor', 'El', 'Fen', 'Gor', 'Hal', 'Ir', 'Jan', 'Kel', 'Lor'];
const middles = ['', 'a', 'e', 'i', 'o', 'u', 'an', 'en', 'in', 'on', 'ar', 'er', 'il', 'ol'];
const ends = ['ba', 'dez', 'field', 'gan', 'ham', 'ke', 'ler', 'mann', 'ni', 'rez', 'son', 'ton'];

function surname(random: Dice): string {
  return [starts, middles, ends]
    .map((parts) => parts[random.integer(0, parts.length - 1)] ?? '')
    .join('');
}

function between(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

const columns = [
  ...['RowNumber', 'CustomerId', 'Surname', 'CreditScore', 'Geography', 'Gender', 'Age', 'Tenure'],
  ...['Balance', 'NumOfProducts', 'HasCrCard', 'IsActiveMember', 'EstimatedSalary', 'Exited'],
];

const flag = (value: boolean): string => (value ? '1' : '0');

export function churn(): Table {
  const random = dice(seed);
  const usedIds = new Set<number>();
  const customerId = (): number => {
    const id = random.integer(20_000_000, 20_249_999);
    if (usedIds.has(id)) return customerId();
    usedIds.add(id);
    return id;
  };
  const rows = Array.from({ length: churnRows }, (_, index) => {
    const person = customer(random);
    const leaves = random.chance(1 / (1 + Math.exp(-leavingLogit(person))));
    return [
      String(index + 1),
      String(customerId()),
      surname(random),
      String(Math.round(between(random.normal(650.5, 97), 350, 850))),
      person.country,
      person.female ? 'Female' : 'Male',
      String(person.age),
      String(Math.round(random.unit() * 10)),
      person.balance.toFixed(2),
      person.products,
      flag(random.chance(0.7055)),
      flag(person.active),
      (12 + random.unit() * 199_980).toFixed(2),
      flag(leaves),
    ];
  });
  return { columns, rows };
}
