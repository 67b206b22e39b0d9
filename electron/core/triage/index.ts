export { troubleBelow } from './below.ts';
export { emptyLayer, keepLayer, layerAt, placesAbove, rulesAt, triagePlaces } from './layers.ts';
export { keepReview, lastReview } from './review.ts';
export { runTriageBench } from './run-bench.ts';
