package io.musemeter.generator.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * Counts the fields of a protobuf message, those of the messages in it and unknown ones included, without building any of
 * it: two bytes on the wire can be a message of a hundred bytes in memory.
 */
final class ProtobufFields {
    /** What an unknown field counts: it is kept in an object of its own, with a list for each kind of value and a tree. */
    private static final int UNKNOWN = 8;

    /** As deep as the parser goes. */
    private static final int DEEPEST = 100;

    private final long most;
    private long count;

    private ProtobufFields(long most) {
        this.most = most;
    }

    /**
     * The number of fields up to the end or to the first fault, which the parser will find as well.
     *
     * @param most where counting stops
     */
    static long count(byte[] message, Descriptor type, long most) {
        ProtobufFields fields = new ProtobufFields(most);
        try {
            fields.message(CodedInputStream.newInstance(message), type, 0);
        } catch (IOException e) {
            return fields.count;
        }
        return fields.count;
    }

    private void message(CodedInputStream in, Descriptor type, int depth) throws IOException {
        int groups = 0;
        for (int tag = in.readTag(); tag != 0 && count <= most; tag = in.readTag()) {
            int wireType = WireFormat.getTagWireType(tag);
            FieldDescriptor field = groups > 0 ? null : type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            // A known number of another kind is kept as an unknown field as well.
            boolean known = field != null && field.getLiteType().getWireType() == wireType;
            count += known ? 1 : UNKNOWN;
            if (wireType == WireFormat.WIRETYPE_START_GROUP) {
                groups++;
            } else if (wireType == WireFormat.WIRETYPE_END_GROUP) {
                groups--;
            } else if (field != null
                    && known
                    && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && depth < DEEPEST) {
                int before = in.pushLimit(in.readRawVarint32());
                message(in, field.getMessageType(), depth + 1);
                if (count > most) {
                    return;
                }
                in.popLimit(before);
            } else {
                in.skipField(tag);
            }
        }
    }
}
