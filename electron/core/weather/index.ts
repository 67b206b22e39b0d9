export { type WeatherTime, weatherDuring } from './during.ts';
export { openWeather, type Weather } from './weather.ts';
