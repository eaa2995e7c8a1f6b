import { rotate } from './rotate-race.mjs';

export default (checks) => rotate(checks, 20);
