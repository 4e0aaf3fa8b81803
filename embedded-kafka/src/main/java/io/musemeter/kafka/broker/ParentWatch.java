package io.musemeter.kafka.broker;

/** Ends this process when another does, so that a killed test or launcher leaves no broker behind. */
public final class ParentWatch {
    private ParentWatch() {}

    /** Stops this process, cleanly, as soon as that one is gone. */
    public static void stopWhenGone(long pid) {
        Thread watch = new Thread(() -> exitAfter(pid), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void exitAfter(long pid) {
        ProcessHandle.of(pid).ifPresent(parent -> parent.onExit().join());
        System.exit(0);
    }
}
