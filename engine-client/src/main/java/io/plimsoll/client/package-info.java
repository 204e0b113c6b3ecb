/**
 * What a matching engine, a price feed or a ledger embeds to talk to the margin engine.
 *
 * <p>{@link io.plimsoll.client.PlimsollClient} is the whole of it: connect, send commands, poll. One thread owns a client;
 * everything happens inside its calls, and events arrive at the {@link io.plimsoll.client.ClientHandler} during
 * {@code poll}. The client numbers the commands of its source, keeps each until its completion was seen, finds the engine
 * again after any failure and goes on exactly where it stopped.
 */
package io.plimsoll.client;
