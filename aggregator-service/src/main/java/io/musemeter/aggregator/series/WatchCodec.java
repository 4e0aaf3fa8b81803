package io.musemeter.aggregator.series;

import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.change.ChangeWatch;
import io.musemeter.statistics.change.MeanDetector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The encoding of a watch. */
final class WatchCodec {
    private WatchCodec() {}

    static void write(ChangeWatch watch, DataOutputStream out) throws IOException {
        out.writeInt(watch.panes());
        out.writeBoolean(watch.complete());
        write(watch.level(), out);
        write(watch.relation(), out);
        Bytes.writeBlock(out, watch.reference().encode());
    }

    static ChangeWatch read(DataInputStream in) throws IOException {
        int panes = in.readInt();
        boolean complete = in.readBoolean();
        MeanDetector level = detector(in);
        MeanDetector relation = detector(in);
        return new ChangeWatch(SeriesCells.decode(Bytes.readBlock(in)), panes, complete, level, relation);
    }

    private static void write(MeanDetector detector, DataOutputStream out) throws IOException {
        out.writeDouble(detector.averageRunLength());
        out.writeDouble(detector.tolerance());
        write(detector.rising(), out);
        write(detector.falling(), out);
        out.writeLong(detector.observations());
    }

    private static MeanDetector detector(DataInputStream in) throws IOException {
        return new MeanDetector(in.readDouble(), in.readDouble(), statistic(in), statistic(in), in.readLong());
    }

    private static void write(MeanDetector.Statistic statistic, DataOutputStream out) throws IOException {
        out.writeDouble(statistic.small());
        out.writeDouble(statistic.medium());
        out.writeDouble(statistic.large());
    }

    private static MeanDetector.Statistic statistic(DataInputStream in) throws IOException {
        return new MeanDetector.Statistic(in.readDouble(), in.readDouble(), in.readDouble());
    }
}
