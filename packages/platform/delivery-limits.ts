/** What a delivered file may hold, for the doors to tell. */
export { type DeliveryLimit, deliveryLimits } from '#adapters/tabular/limits';
