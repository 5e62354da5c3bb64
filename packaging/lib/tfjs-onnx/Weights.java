import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The weights of a TensorFlow.js model: a manifest in JSON, and one file of bytes. */
final class Weights {
  /** An entry as the manifest writes it; the quantisation is left out where there is none. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\{\\s*\"name\":\\s*\"([^\"]+)\",\\s*\"shape\":\\s*\\[([0-9, \\n]*)\\],\\s*"
              + "\"dtype\":\\s*\"float32\"\\s*(?:,\\s*\"quantization\":\\s*\\{\\s*\"dtype\":\\s*\"uint8\","
              + "\\s*\"scale\":\\s*([-0-9.eE]+),\\s*\"min\":\\s*([-0-9.eE]+)\\s*\\})?\\s*\\}");

  /** One tensor in the order of TensorFlow: rows, columns, channels in, channels out. */
  record Tensor(List<Integer> shape, float[] values) {}

  private final Map<String, Tensor> tensors = new HashMap<>();

  static Weights read(Path manifest, Path data) throws IOException {
    Weights weights = new Weights();
    String json = Files.readString(manifest);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(data)).order(ByteOrder.LITTLE_ENDIAN);
    Matcher entry = ENTRY.matcher(json);
    while (entry.find()) {
      List<Integer> shape = new ArrayList<>();
      int count = 1;
      for (String side : entry.group(2).split(",")) {
        shape.add(Integer.parseInt(side.strip()));
        count *= shape.get(shape.size() - 1);
      }
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] =
            entry.group(3) == null
                ? bytes.getFloat()
                : (float)
                    ((bytes.get() & 0xFF) * Double.parseDouble(entry.group(3))
                        + Double.parseDouble(entry.group(4)));
      }
      weights.tensors.put(entry.group(1), new Tensor(shape, values));
    }
    if (bytes.hasRemaining()) {
      throw new IOException(data + " holds more than " + manifest + " says");
    }
    return weights;
  }

  Tensor tensor(String name) throws IOException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IOException("there are no weights called " + name);
    }
    return tensor;
  }

  float[] values(String name) throws IOException {
    return tensor(name).values();
  }
}
