export { emptyLayer, keepLayer, layerAt, placesAbove, rulesAt, triagePlaces } from './layers.ts';
export { emptyLayer, keepReview, lastReview } from './review.ts';
export { emptyLayer, runTriageBench } from './run-bench.ts';
