import { killed } from './kill.mjs';

export default (checks) => killed(checks, { rounds: 2, least: 20 });
