package io.musemeter.launcher.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Posts requests at fixed moments, whatever became of those before: a slow answer makes the following ones late, and their
 * time counts from the moment they were due, so that a stall is not hidden by the load waiting for it.
 */
final class SteadyLoad {
    private static final int BROKEN = -1;

    private final URL target;
    private final double requestsPerSecond;
    private final int connections;

    /** Makes the body of the request of that number. */
    @FunctionalInterface
    interface Bodies {
        byte[] of(long number) throws IOException;
    }

    SteadyLoad(int port, double requestsPerSecond, int connections) throws IOException {
        // The JDK keeps only five idle connections unless told otherwise.
        System.setProperty("http.maxConnections", Integer.toString(connections));
        this.target = URI.create("http://127.0.0.1:" + port + "/api/stories").toURL();
        this.requestsPerSecond = requestsPerSecond;
        this.connections = connections;
    }

    /** Runs for that time and waits for every answer. */
    LoadReport run(Duration time, Bodies bodies) throws InterruptedException, ExecutionException {
        int requests = (int) Math.max(1, time.toNanos() / 1e9 * requestsPerSecond);
        long[] latencies = new long[requests];
        Map<Integer, Long> statuses = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                int first = connection;
                shares.add(() -> {
                    for (int number = first; number < requests; number += connections) {
                        byte[] body = bodies.of(number);
                        long due = start + (long) (number / requestsPerSecond * 1e9);
                        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                        statuses.merge(post(body), 1L, Long::sum);
                        latencies[number] = System.nanoTime() - due;
                    }
                    return null;
                });
            }
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new LoadReport(latencies, statuses, System.nanoTime() - start);
    }

    private int post(byte[] body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) target.openConnection();
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setFixedLengthStreamingMode(body.length);
            connection.setDoOutput(true);
            connection.getOutputStream().write(body);
            int status = connection.getResponseCode();
            // Read to its end, or the connection is not used again.
            try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                if (answer != null) {
                    answer.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return status;
        } catch (UncheckedIOException | IOException e) {
            return BROKEN;
        }
    }
}
