import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes three networks of @vladmandic/face-api as ONNX: {@code java FaceApiNets MODEL_DIR OUT_DIR}.
 * The shapes of the networks are those their authors describe; the weights are theirs.
 */
final class FaceApiNets {
  private final Weights weights;
  private final Onnx net = new Onnx();

  private FaceApiNets(Weights weights) {
    this.weights = weights;
  }

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    of(from, "face_recognition").embedder(to.resolve("dlib_resnet.onnx"));
    of(from, "face_landmark_68").landmarker(to.resolve("landmark_68.onnx"));
    of(from, "tiny_face_detector").detector(to.resolve("tiny_face.onnx"));
  }

  private static FaceApiNets of(Path folder, String name) throws IOException {
    return new FaceApiNets(
        Weights.read(
            folder.resolve(name + "_model-weights_manifest.json"),
            folder.resolve(name + "_model.bin")));
  }

  /** TensorFlow's rows × columns × in × out as out × in × rows × columns. */
  private static float[] turned(Weights.Tensor tensor) {
    List<Integer> shape = new ArrayList<>(tensor.shape());
    while (shape.size() < 4) {
      shape.add(0, 1);
    }
    int cells = shape.get(0) * shape.get(1);
    int in = shape.get(2);
    int out = shape.get(3);
    float[] turned = new float[tensor.values().length];
    for (int cell = 0; cell < cells; cell++) {
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          turned[(o * in + i) * cells + cell] = tensor.values()[(cell * in + i) * out + o];
        }
      }
    }
    return turned;
  }

  private static int side(Weights.Tensor tensor, int from, int otherwise) {
    return tensor.shape().size() < 4 ? otherwise : tensor.shape().get(from);
  }

  /** A convolution, stride and padding given, in one group. */
  private String conv(String x, String filters, float[] bias, int stride, int pad)
      throws IOException {
    Weights.Tensor tensor = weights.tensor(filters);
    int last = tensor.shape().size() - 1;
    return net.conv(
        x,
        turned(tensor),
        bias,
        tensor.shape().get(last),
        tensor.shape().get(last - 1),
        side(tensor, 0, 1),
        new int[] {stride, pad, 1});
  }

  /** Each channel by itself, then all channels pixel by pixel. */
  private String separable(String x, String name, int stride, int pad) throws IOException {
    Weights.Tensor depth = weights.tensor(name + "/depthwise_filter");
    int channels = depth.shape().get(2);
    float[] turned = new float[depth.values().length];
    for (int cell = 0; cell < 9; cell++) {
      for (int c = 0; c < channels; c++) {
        turned[c * 9 + cell] = depth.values()[cell * channels + c];
      }
    }
    String apart =
        net.conv(
            x, turned, new float[channels], channels, 1, 3, new int[] {stride, pad, channels});
    return conv(apart, name + "/pointwise_filter", weights.values(name + "/bias"), 1, 0);
  }

  // ---- the residual network of dlib: 29 convolutions, 128 numbers ----

  /** A convolution and the scale after it, folded into one. */
  private String scaled(String x, String name, int stride, int pad) throws IOException {
    Weights.Tensor filters = weights.tensor(name + "/conv/filters");
    float[] bias = weights.values(name + "/conv/bias").clone();
    float[] scale = weights.values(name + "/scale/weights");
    float[] shift = weights.values(name + "/scale/biases");
    float[] turned = turned(filters);
    int each = turned.length / bias.length;
    for (int o = 0; o < bias.length; o++) {
      bias[o] = bias[o] * scale[o] + shift[o];
      for (int i = 0; i < each; i++) {
        turned[o * each + i] *= scale[o];
      }
    }
    return net.conv(
        x,
        turned,
        bias,
        bias.length,
        filters.shape().get(2),
        filters.shape().get(0),
        new int[] {stride, pad, 1});
  }

  private String residual(String x, String name) throws IOException {
    String first = net.relu(scaled(x, name + "/conv1", 1, 1));
    return net.relu(net.add(scaled(first, name + "/conv2", 1, 1), x));
  }

  /** Half the size; channels that are new begin with zeros, and so does a missing last row. */
  private String halved(String x, String name, int more, int missing) throws IOException {
    String first = net.relu(scaled(x, name + "/conv1", 2, 0));
    String second = scaled(first, name + "/conv2", 1, 1);
    String padded = missing == 0 ? second : net.pad(second, 0, 0, missing);
    String pooled = net.averagePool(x, 2, 2);
    return net.relu(net.add(more == 0 ? pooled : net.pad(pooled, more, 0, 0), padded));
  }

  private void embedder(Path file) throws IOException {
    String x = net.relu(scaled(net.input(3, 150), "conv32_down", 2, 0));
    x = net.maxPool(x, 3, 2, false);
    for (int i = 1; i <= 3; i++) {
      x = residual(x, "conv32_" + i);
    }
    x = halved(x, "conv64_down", 32, 0);
    for (int i = 1; i <= 3; i++) {
      x = residual(x, "conv64_" + i);
    }
    x = halved(x, "conv128_down", 64, 0);
    x = residual(residual(x, "conv128_1"), "conv128_2");
    x = halved(x, "conv256_down", 128, 1);
    x = residual(residual(x, "conv256_1"), "conv256_2");
    x = halved(x, "conv256_down_out", 0, 1);
    x = conv(net.globalAverage(x), "fc", new float[128], 1, 0);
    net.write(file, x, 1, 128, 1, 1);
  }

  // ---- the landmarker: four dense blocks, 68 points ----

  private String dense(String x, String name, boolean first) throws IOException {
    String wide = net.pad(x, 0, 0, 1);
    String one =
        net.relu(
            first
                ? conv(wide, name + "/conv0/filters", weights.values(name + "/conv0/bias"), 2, 0)
                : separable(wide, name + "/conv0", 2, 0));
    String sum = net.add(one, separable(one, name + "/conv1", 1, 1));
    String three = separable(net.relu(sum), name + "/conv2", 1, 1);
    sum = net.add(sum, three);
    String four = separable(net.relu(sum), name + "/conv3", 1, 1);
    return net.relu(net.add(sum, four));
  }

  private void landmarker(Path file) throws IOException {
    String x = net.input(3, 112);
    for (int i = 0; i < 4; i++) {
      x = dense(x, "dense" + i, i == 0);
    }
    x = conv(net.averagePool(x, 7, 2), "fc/weights", weights.values("fc/bias"), 1, 0);
    net.write(file, x, 1, 136, 1, 1);
  }

  // ---- the detector: six convolutions, a grid of 13 × 13 cells ----

  private void detector(Path file) throws IOException {
    String x = net.input(3, 416);
    x = net.leaky(conv(x, "conv0/filters", weights.values("conv0/bias"), 1, 0), 0.1f);
    for (int i = 1; i <= 5; i++) {
      x = net.maxPool(x, 2, 2, true);
      x = net.leaky(separable(x, "conv" + i, 1, 1), 0.1f);
    }
    x = net.maxPool(x, 2, 1, true);
    x = conv(x, "conv8/filters", weights.values("conv8/bias"), 1, 0);
    net.write(file, x, 1, 25, 13, 13);
  }
}
