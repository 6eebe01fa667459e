// The API: the sandbox as a process of its own, with what the tests ask it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = process.env.AUTENGO_SANDBOX || join(import.meta.dirname, '../../../target/native/autengo-sandbox');

export const KEY = 'sandbox-key';

export type Vehicle = { sellingId: string } & Record<string, unknown>;
export type List = { total: number; vehicles: Vehicle[] };
export type Opportunity = { opportunityId: string | number; sellingId: string; sourceType: number; requestText: string; customer: Record<string, string> };

export class Sandbox {
  private constructor(
    readonly origin: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(...options: string[]): Promise<Sandbox> {
    const program = spawn(PROGRAM, ['--port', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<never>((_, reject) => {
      program.once('error', reject);
      program.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)));
    });
    const address = new Promise<string>((resolve) => {
      createInterface(program.stdout).on('line', (line) => {
        const said = /^sandbox: (\S+)\/v3$/.exec(line);
        if (said) resolve(said[1]);
      });
    });
    ended.catch(() => {}); // after the start, an end is wanted
    const origin = await Promise.race([address, ended]);
    const close = () =>
      new Promise<void>((resolve) => {
        if (program.exitCode !== null || program.signalCode !== null) return resolve();
        program.once('exit', () => resolve());
        program.kill();
      });
    return new Sandbox(origin, close);
  }

  get api(): string {
    return `${this.origin}/v3`;
  }

  /** The API as it is when it fails in this way, see the sandbox's `fault`. */
  failing(kind: string): string {
    return `${this.origin}/fault/${kind}/v3`;
  }

  /** What the API has for a query; conditions are of its `and` group. */
  async list(and: Record<string, string | string[]> = {}, limit = 24, more: Record<string, string> = {}): Promise<List> {
    const query = new URLSearchParams({ limit: String(limit), 'order[field]': 'created', 'order[dir]': 'desc', ...more });
    const conditions = { vehicleState: '<>|sold', ...and };
    for (const [column, values] of Object.entries(conditions)) {
      for (const value of [values].flat()) query.append(`and[${column}][]`, value);
    }
    const { total, list } = await this.get(`/vehicle?${query}`);
    return { total, vehicles: list };
  }

  /** What the API has for one of these values of a column. */
  async any(column: string, values: string[]): Promise<List> {
    const group = Object.fromEntries(values.map((value, at) => [`or[${column}][${at}]`, value]));
    // The column itself says enough where it is the state.
    return this.list(column === 'vehicleState' ? { vehicleState: [] } : {}, 24, group);
  }

  async makes(): Promise<{ makeId: number; makeName: string }[]> {
    return (await this.get('/vehicle/reference/make')).list;
  }

  async models(makeId: string): Promise<{ modelId: number; modelName: string }[]> {
    return (await this.get(`/vehicle/reference/make/${makeId}/model`)).list;
  }

  private async get(path: string): Promise<any> {
    const response = await fetch(this.api + path, { headers: { 'X-Api-Key': KEY } });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  /** How many vehicles have one of the values in every column: the sum over all combinations. */
  async count(columns: Record<string, string[]>): Promise<number> {
    const combinations = Object.entries(columns).reduce<Record<string, string>[]>(
      (all, [column, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [column]: value }))),
      [{}],
    );
    const lists = await Promise.all(combinations.map((one) => this.list(one, 1)));
    return lists.reduce((sum, { total }) => sum + total, 0);
  }

  async opportunities(): Promise<Opportunity[]> {
    return (await fetch(`${this.origin}/sandbox/opportunities`)).json();
  }
}
