export { ENOUGH_TO_SAY, percentOf, reviewFigures } from './figures.ts';
