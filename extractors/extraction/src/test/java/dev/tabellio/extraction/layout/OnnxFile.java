package dev.tabellio.extraction.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes a small ONNX model: its result is fixed rows whose scores are those given times the mean blue of the page. Field numbers
 * are those of onnx.proto3 (IR version 8, operators of version 13).
 */
final class OnnxFile {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final long OPERATORS = 13;

    private OnnxFile() {}

    /**
     * A model with input 1 x 3 x height x width.
     *
     * @param shape of the result
     * @param rows its numbers, six a row, the score the fifth
     */
    static Path write(Path file, int width, int height, long[] shape, float... rows) throws IOException {
        float[] places = rows.clone();
        float[] scores = new float[rows.length];
        for (int i = 4; i < rows.length; i += 6) {
            places[i] = 0;
            scores[i] = rows[i];
        }
        Message graph = new Message()
                .add(1, node("Gather", "blue", attribute("axis", 1), "page", "two"))
                .add(1, node("ReduceMean", "mean", attribute("keepdims", 0), "blue"))
                .add(1, node("Mul", "scored", null, "scores", "mean"))
                .add(1, node("Add", "rows", null, "places", "scored"))
                .add(2, "drawn")
                .add(5, new Message().number(2, INT64).add(8, "two").add(9, longs(2)))
                .add(5, tensor("places", shape, places))
                .add(5, tensor("scores", shape, scores))
                .add(11, value("page", 1, 3, height, width))
                .add(12, value("rows", shape));
        Message model = new Message()
                .number(1, 8)
                .add(8, new Message().add(1, "").number(2, OPERATORS))
                .add(7, graph);
        return Files.write(file, model.bytes());
    }

    private static Message node(String operator, String output, @Nullable Message attribute, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.add(1, input);
        }
        node.add(2, output).add(4, operator);
        return attribute == null ? node : node.add(5, attribute);
    }

    private static Message attribute(String name, long value) {
        return new Message().add(1, name).number(3, value).number(20, 2);
    }

    private static Message tensor(String name, long[] shape, float... values) {
        Message tensor = new Message();
        for (long size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).add(8, name).add(9, raw.array());
    }

    private static byte[] longs(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static Message value(String name, long... shape) {
        Message sizes = new Message();
        for (long size : shape) {
            sizes.add(1, new Message().number(1, size));
        }
        Message tensor = new Message().number(1, FLOAT).add(2, sizes);
        return new Message().add(1, name).add(2, new Message().add(1, tensor));
    }

    /** A protocol buffer. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message add(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message add(int field, String value) {
            return add(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message add(int field, Message value) {
            return add(field, value.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7F) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
