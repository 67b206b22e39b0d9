export { emptyLayer, keepLayer, layerAt, placesOf, rulesAt } from './layers.ts';
