export { openWeather, type Weather } from './weather.ts';
