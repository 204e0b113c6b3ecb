package io.plimsoll.cli.doctor;

import io.aeron.ChannelUri;
import java.net.InetSocketAddress;

/** The port of the channel is free. */
final class PortCheck implements Check {
    private final String channel;
    private final Binding binding;

    PortCheck(final String channel, final Binding binding) {
        this.channel = channel;
        this.binding = binding;
    }

    @Override
    public String name() {
        return "port";
    }

    @Override
    public Finding look() {
        final ChannelUri uri;
        try {
            uri = ChannelUri.parse(channel);
        } catch (final RuntimeException e) {
            return Finding.fail(channel + " is no channel: " + e.getMessage(), "set aeron.channel");
        }
        if (uri.isIpc()) {
            return Finding.ok("IPC, no port");
        }
        final String endpoint = uri.get("endpoint", "");
        final int colon = endpoint.lastIndexOf(':');
        final String port = endpoint.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}")) {
            return Finding.warn(
                    channel + " names no endpoint=HOST:PORT to listen on", "set one, such as endpoint=localhost:40123");
        }
        try {
            final String host = endpoint.substring(0, colon).replaceAll("[\\[\\]]", "");
            binding.tryIt(new InetSocketAddress(host, Integer.parseInt(port)));
            return Finding.ok("UDP " + endpoint + " is free");
        } catch (final Exception e) {
            return Finding.fail(
                    "UDP " + endpoint + " cannot be listened on: " + e.getMessage(),
                    "stop what listens there ('ss -lunp' shows it), or set another endpoint in aeron.channel");
        }
    }

    /** Listens for a moment. */
    @FunctionalInterface
    interface Binding {
        /**
         * Listens on an address and lets go of it.
         *
         * @param address to listen on.
         * @throws Exception it cannot be listened on.
         */
        void tryIt(InetSocketAddress address) throws Exception;
    }
}
