package io.musemeter.kafka.broker;

import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
public final class Ports {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private Ports() {}

    /**
     * The wanted port, or a free one for 0.
     *
     * @param option what the port is called on the command line
     * @throws EmbeddedKafkaException when it is no port or another program listens on it
     */
    public static int choose(String option, int wanted) {
        if (wanted < 0 || wanted > 65_535) {
            throw new EmbeddedKafkaException(FailureReason.USAGE, option + " must lie in [0, 65535], got " + wanted);
        }
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw taken(option, wanted, e);
        }
    }

    private static EmbeddedKafkaException taken(String option, int port, IOException cause) {
        return new EmbeddedKafkaException(
                FailureReason.PORT_TAKEN,
                "port " + port + " on 127.0.0.1 is taken (" + cause.getMessage()
                        + "); stop the program that listens there or choose another with " + option,
                cause);
    }
}
