import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network in ONNX (IR 4, operators of version 9), built node by node. Field numbers are those of
 * the ONNX schema. Channels come before rows and columns.
 */
final class Onnx {
  private static final int FLOAT = 1;

  private final Proto graph = new Proto().text(2, "net");
  private int names;

  private String name() {
    names++;
    return "t" + names;
  }

  private static Proto whole(String name, long value) {
    return new Proto().text(1, name).number(3, value).number(20, 2);
  }

  private static Proto wholes(String name, long... values) {
    Proto attribute = new Proto().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7);
  }

  private static Proto word(String name, String value) {
    return new Proto().text(1, name).text(4, value).number(20, 3);
  }

  private static Proto fraction(String name, float value) {
    return new Proto().text(1, name).fraction(2, value).number(20, 1);
  }

  private String node(String kind, List<String> inputs, Proto... attributes) {
    String output = name();
    Proto node = new Proto();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, output).text(4, kind);
    for (Proto attribute : attributes) {
      node.message(5, attribute);
    }
    graph.message(1, node);
    return output;
  }

  private String constant(float[] values, int... shape) {
    String name = name();
    Proto tensor = new Proto();
    for (int side : shape) {
      tensor.number(1, side);
    }
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
    return name;
  }

  private static Proto value(String name, int... shape) {
    Proto sides = new Proto();
    for (int side : shape) {
      sides.message(1, new Proto().number(1, side));
    }
    Proto tensor = new Proto().number(1, FLOAT).message(2, sides);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }

  String input(int channels, int side) {
    graph.message(11, value("input", 1, channels, side, side));
    return "input";
  }

  /**
   * A convolution.
   *
   * @param weights channels out × (channels in / groups) × side × side
   */
  String conv(String x, float[] weights, float[] bias, int out, int in, int side, int[] how) {
    int stride = how[0];
    int pad = how[1];
    int groups = how[2];
    return node(
        "Conv",
        List.of(x, constant(weights, out, in, side, side), constant(bias, out)),
        wholes("kernel_shape", side, side),
        wholes("strides", stride, stride),
        wholes("pads", pad, pad, pad, pad),
        whole("group", groups));
  }

  String relu(String x) {
    return node("Relu", List.of(x));
  }

  String leaky(String x, float slope) {
    return node("LeakyRelu", List.of(x), fraction("alpha", slope));
  }

  String add(String a, String b) {
    return node("Add", List.of(a, b));
  }

  /** Zeros around: at the begin and the end of channels, rows and columns. */
  String pad(String x, int channels, int begin, int end) {
    return node(
        "Pad",
        List.of(x),
        word("mode", "constant"),
        wholes("pads", 0, 0, begin, begin, 0, channels, end, end));
  }

  String maxPool(String x, int side, int stride, boolean same) {
    Proto size = wholes("kernel_shape", side, side);
    Proto steps = wholes("strides", stride, stride);
    return same
        ? node("MaxPool", List.of(x), size, steps, word("auto_pad", "SAME_UPPER"))
        : node("MaxPool", List.of(x), size, steps);
  }

  String averagePool(String x, int side, int stride) {
    return node(
        "AveragePool",
        List.of(x),
        wholes("kernel_shape", side, side),
        wholes("strides", stride, stride));
  }

  String globalAverage(String x) {
    return node("GlobalAveragePool", List.of(x));
  }

  /** Ends the graph and writes it. */
  void write(Path file, String answer, int... shape) throws IOException {
    graph.message(12, value(answer, shape));
    Proto model =
        new Proto()
            .number(1, 4)
            .text(2, "tfjs-onnx")
            .message(7, graph)
            .message(8, new Proto().text(1, "").number(2, 9));
    Files.write(file, model.bytes());
  }
}
